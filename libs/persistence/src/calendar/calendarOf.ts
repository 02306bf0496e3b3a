import type { Downtime } from '@fairmark/contracts/calendar';
import { createCalendar, type Calendar } from '@fairmark/domain/calendar';
import { sql, type Executor } from '../database/index.js';

export interface PersonCalendar {
  calendar: Calendar;
  zone: string;
}

interface CalendarRow {
  country: string;
  zone: string;
  days: { day: string; working: boolean }[];
  leaves: { validFrom: string; validTo: string | null }[];
  years: number[];
}

/** Where nobody in particular has to act, the company's own zone counts. */
const company: PersonCalendar = { calendar: createCalendar({ country: 'CN' }), zone: 'Asia/Shanghai' };

/** Calendar and zone of a person: official days of the country, company days, years whose days the company has entered, and the person's leave. */
export async function calendarOf(tx: Executor, employeeId: string | null): Promise<PersonCalendar> {
  if (!employeeId) return company;
  const row = await tx.one(sql<CalendarRow>`
    select e.country, e.zone,
      (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'working', d.working)), '[]') from company_days d where d.country = e.country) as days,
      (select coalesce(jsonb_agg(jsonb_build_object('validFrom', l.valid_from, 'validTo', l.valid_to)), '[]') from employee_leaves l where l.employee_id = e.id) as leaves,
      (select coalesce(jsonb_agg(y.year), '[]') from calendar_years y where y.country = e.country) as years
    from employees e where e.id = ${employeeId}`);
  if (!row) return company;
  const days = (working: boolean) => row.days.filter((item) => item.working === working).map((item) => item.day);
  return { zone: row.zone, calendar: createCalendar({ country: row.country, freeDays: days(false), workingDays: days(true), leaves: row.leaves, officialYears: row.years }) };
}

/** Recorded stretches since an instant in which nobody could act. */
export async function downtimesSince(tx: Executor, since: string): Promise<Downtime[]> {
  const rows = await tx.all(sql<{ id: string; fromAt: string; toAt: string }>`select id, from_at as "fromAt", to_at as "toAt" from downtimes where to_at > ${since} order by from_at`);
  return rows.map((row) => ({ id: row.id, from: row.fromAt, to: row.toAt }));
}
