import dayjs from 'dayjs';

interface AnnouncedDay {
  day: string;
  working: boolean;
  name: string | null;
}

const LINE = /^(\d{4}-\d{2}-\d{2})\s*(.*)$/;

/** Reads days of a year, one a line with an optional name. Lines that are no day of that year, or say a day twice, are wrong. */
export function announcedDays(year: number, off: string, working: string) {
  const seen = new Set<string>();
  const read = (text: string, works: boolean): { days: AnnouncedDay[]; wrong: string[] } => {
    const days: AnnouncedDay[] = [];
    const wrong: string[] = [];
    for (const line of text.split('\n').map((one) => one.trim()).filter(Boolean)) {
      const [, day = '', name = ''] = LINE.exec(line) ?? [];
      const good = dayjs(day).isValid() && dayjs(day).format('YYYY-MM-DD') === day && day.startsWith(`${year}-`) && !seen.has(day);
      if (good) days.push({ day, working: works, name: name.trim() || null });
      else wrong.push(line);
      seen.add(day);
    }
    return { days, wrong };
  };
  const free = read(off, false);
  const made = read(working, true);
  return { ok: free.days.length > 0 && free.wrong.length + made.wrong.length === 0, days: [...free.days, ...made.days], wrongOff: free.wrong, wrongWorking: made.wrong };
}
