import type { CalendarDay, CalendarYear, PersonCalendarView } from '@fairmark/contracts/calendar';
import { addDays, countWorkingDays, createCalendar, isOfficialYear, isoWeekday, isWorkingDay, type Calendar } from '@fairmark/domain/calendar';
import { sql, type Executor } from '../database/index.js';
import { personOf } from '../process/inbox/fragments.js';

interface CountryRow {
  days: { day: string; working: boolean; name: string | null }[];
  years: number[];
}

/** A year of a country as everybody's calendar starts from it. @throws {DomainError} `CALENDAR.UNKNOWN_COUNTRY` */
export async function calendarYear(read: Executor, country: string, year: number): Promise<CalendarYear> {
  const row = (await read.one(sql<CountryRow>`
    select (select coalesce(jsonb_agg(jsonb_build_object('day', day, 'working', working, 'name', name)), '[]') from company_days where country = ${country}) as days,
      (select coalesce(jsonb_agg(year), '[]') from calendar_years where country = ${country}) as years`)) as CountryRow;
  const days = (working: boolean) => row.days.filter((item) => item.working === working).map((item) => item.day);
  const calendar = createCalendar({ country, freeDays: days(false), workingDays: days(true), officialYears: row.years });
  const official = createCalendar({ country });
  const names = new Map(row.days.map((item) => [item.day, item.name]));
  const special: CalendarDay[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) {
    const line = dayOf(day, calendar, official, names);
    if (line) special.push(line);
  }
  return { country, year, official: isOfficialYear(calendar, year), workingDays: countWorkingDays(calendar, { from: `${year}-01-01`, to: `${year}-12-31` }), days: special };
}

/** Undefined for an ordinary working day of the week. */
function dayOf(day: string, calendar: Calendar, official: Calendar, names: ReadonlyMap<string, string | null>): CalendarDay | undefined {
  const working = isWorkingDay(calendar, day);
  if (names.has(day)) return { day, working, kind: 'company', name: names.get(day) ?? null };
  const weekend = isoWeekday(day) >= 6;
  if (working) return weekend && isWorkingDay(official, day) ? { day, working, kind: 'makeUp', name: null } : undefined;
  return { day, working, kind: weekend ? 'weekend' : 'holiday', name: null };
}

/** Zone, country and leave of a person; undefined when the id is unknown. */
export async function personCalendarView(read: Executor, employeeId: string): Promise<PersonCalendarView | undefined> {
  return read.one(sql<PersonCalendarView>`
    select ${personOf('p.id')} as person, p.zone, p.country, (
      select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'validFrom', l.valid_from, 'validTo', l.valid_to) order by l.valid_from desc), '[]') from employee_leaves l where l.employee_id = p.id) as leaves
    from employees p where p.id = ${employeeId}`);
}
