import type { CalendarChange } from '@fairmark/contracts/calendar';
import { CalendarErrors } from '@fairmark/contracts/errors';
import { assertNever, DomainError } from '@fairmark/domain/common';
import { createCalendar, localDateOf } from '@fairmark/domain/calendar';
import { sql, type Executor } from '../database/index.js';

interface Made {
  by: string;
  at: string;
}

/** Writes what a change says into the calendar; running deadlines do not move by this alone. Answers what stood there before, for the record. */
export async function writeCalendarChange(tx: Executor, change: CalendarChange, made: Made): Promise<unknown> {
  switch (change.kind) {
    case 'companyDay':
      return setDay(tx, change.country, change);
    case 'companyDayRemoved':
      return (await tx.one(sql`delete from company_days where country = ${change.country} and day = ${change.day} returning working`)) ?? null;
    case 'yearAnnounced':
      return announceYear(tx, change, made);
    case 'leaveRecorded':
      return recordLeave(tx, change);
    case 'leaveRemoved':
      return removeLeave(tx, change);
    case 'zoneChanged':
      return changeZone(tx, change);
    default:
      return assertNever(change);
  }
}

async function setDay(tx: Executor, country: string, { day, working, name }: { day: string; working: boolean; name: string | null }): Promise<unknown> {
  createCalendar({ country });
  const before = await tx.one(sql`select working from company_days where country = ${country} and day = ${day}`);
  await tx.run(sql`
    insert into company_days (country, day, working, name) values (${country}, ${day}, ${working}, ${name}) on conflict (country, day) do update set working = excluded.working, name = excluded.name`);
  return before ?? null;
}

/** The year counts as official from now on; days that the company had entered before keep standing where the announcement does not name them. */
async function announceYear(tx: Executor, change: Extract<CalendarChange, { kind: 'yearAnnounced' }>, { by, at }: Made): Promise<unknown> {
  for (const day of change.days) await setDay(tx, change.country, day);
  const before = await tx.one(sql`select announced_at as "announcedAt" from calendar_years where country = ${change.country} and year = ${change.year}`);
  await tx.run(sql`
    insert into calendar_years (country, year, announced_by, announced_at) values (${change.country}, ${change.year}, ${by}, ${at}) on conflict (country, year) do update set announced_by = excluded.announced_by, announced_at = excluded.announced_at`);
  return before ?? null;
}

/** @throws {DomainError} `CALENDAR.LEAVE_OVERLAPS`: two leaves of a person share no day */
async function recordLeave(tx: Executor, { employeeId, leave, validFrom, validTo }: Extract<CalendarChange, { kind: 'leaveRecorded' }>): Promise<null> {
  await mustExist(tx, employeeId);
  const other = await tx.one(sql`select 1 from employee_leaves where employee_id = ${employeeId} and daterange(valid_from, valid_to) && daterange(${validFrom}::date, ${validTo}::date)`);
  if (other) throw new DomainError(CalendarErrors.leaveOverlaps, { validFrom, validTo });
  await tx.run(sql`insert into employee_leaves (employee_id, kind, valid_from, valid_to) values (${employeeId}, ${leave}, ${validFrom}, ${validTo})`);
  return null;
}

async function removeLeave(tx: Executor, { employeeId, validFrom }: Extract<CalendarChange, { kind: 'leaveRemoved' }>): Promise<unknown> {
  const before = await tx.one(sql`delete from employee_leaves where employee_id = ${employeeId} and valid_from = ${validFrom} returning kind, valid_from as "validFrom", valid_to as "validTo"`);
  if (!before) throw new DomainError(CalendarErrors.unknownLeave, { validFrom });
  return before;
}

async function changeZone(tx: Executor, { employeeId, zone }: Extract<CalendarChange, { kind: 'zoneChanged' }>): Promise<unknown> {
  localDateOf(new Date(0).toISOString(), zone);
  await mustExist(tx, employeeId);
  const before = await tx.one(sql`select zone from employees where id = ${employeeId} for update`);
  await tx.run(sql`update employees set zone = ${zone} where id = ${employeeId}`);
  return before ?? null;
}

async function mustExist(tx: Executor, employeeId: string): Promise<void> {
  if (!(await tx.one(sql`select 1 from employees where id = ${employeeId}`))) throw new DomainError(CalendarErrors.unknownPerson);
}
