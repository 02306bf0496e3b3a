import type { CalendarDay, CalendarYear } from '@fairmark/contracts/calendar';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { colon } from '../ui/punctuation.js';
import './months.css';
import { kindOf } from './dayTones.js';

const MONTHS = Array.from({ length: 12 }, (_, month) => month);
const WEEK = [1, 2, 3, 4, 5, 6, 0];

/** The twelve months of a year; every day can be chosen. */
export function MonthGrid({ year, onDay }: { year: CalendarYear; onDay: (day: string) => void }) {
  const special = new Map(year.days.map((one) => [one.day, one]));
  return <div className="months">{MONTHS.map((month) => <Month key={month} first={dayjs(new Date(year.year, month, 1))} special={special} onDay={onDay} />)}</div>;
}

function Month({ first, special, onDay }: { first: dayjs.Dayjs; special: ReadonlyMap<string, CalendarDay>; onDay: (day: string) => void }) {
  const { t } = useTranslation('calendar');
  const offset = (first.day() + 6) % 7;
  const days = Array.from({ length: first.daysInMonth() }, (_, index) => first.add(index, 'day').format('YYYY-MM-DD'));
  return (
    <section aria-label={first.format('YYYY-MM')}>
      <div className="month">{first.format('YYYY-MM')}</div>
      <div className="days">
        {WEEK.map((day) => <span key={day} className="weekday">{t(`weekday.${day}`)}</span>)}
        {days.map((day, index) => <Day key={day} day={day} found={special.get(day)} column={index === 0 ? offset + 1 : undefined} onDay={onDay} />)}
      </div>
    </section>
  );
}

function Day({ day, found, column, onDay }: { day: string; found: CalendarDay | undefined; column: number | undefined; onDay: (day: string) => void }) {
  const { t } = useTranslation('calendar');
  const kind = found && kindOf(found);
  const what = kind ? t(`kind.${kind}`) : t('kind.working');
  const label = [`${day}${colon()}${what}`, found?.name].filter(Boolean).join(' · ');
  // What is heard begins with what is seen: else who speaks to the page cannot name the day.
  const shown = Number(day.slice(-2));
  return <button type="button" className={`day ${kind ?? ''}`} style={column ? { gridColumnStart: column } : undefined} aria-label={`${shown} · ${label}`} title={label} onClick={() => onDay(day)}>{shown}</button>;
}
