import type { CalendarChange, CalendarChangeList, CalendarChangeView, MakeCalendarChange } from '@fairmark/contracts/calendar';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { personOf } from '../process/inbox/fragments.js';
import { writeCalendarChange } from './write.js';

/** A change as the worker spreads it. */
export interface CalendarChangeRow {
  id: string;
  country: string | null;
  employeeId: string | null;
  alsoEarlier: boolean;
  reason: string;
  madeBy: string;
  position: string;
}

const columns = sql`id, country, employee_id as "employeeId", also_earlier as "alsoEarlier", reason, made_by as "madeBy", position`;

/** Makes a change: writes it into the calendar and the record, and leaves a row that the worker spreads over the running processes. Answers its id. */
export async function makeCalendarChange(tx: Executor, { change, alsoEarlier, reason }: MakeCalendarChange, made: { by: string; at: string }): Promise<string> {
  const before = await writeCalendarChange(tx, change, made);
  const country = 'country' in change ? change.country : null;
  const employeeId = 'employeeId' in change ? change.employeeId : null;
  const row = await tx.one(sql<{ id: string }>`
    insert into calendar_changes (kind, country, employee_id, body, reason, also_earlier, made_by, made_at)
    values (${change.kind}, ${country}, ${employeeId}, ${JSON.stringify(change)}, ${reason}, ${alsoEarlier}, ${made.by}, ${made.at}) returning id`);
  const { id } = row as { id: string };
  await appendAudit(tx, `calendar/${country ?? employeeId}`, { actorId: made.by }, made.at, [{ action: `calendar.${change.kind}`, object: id, before, after: summaryOf(change), texts: { reason: { body: reason, ownerId: made.by } } }]);
  return id;
}

/** The record of a year says how many days it has, not each of them: they stand in the change. */
const summaryOf = (change: CalendarChange): unknown => (change.kind === 'yearAnnounced' ? { country: change.country, year: change.year, days: change.days.length } : change);

/** The oldest change that is still spreading, locked against other workers; undefined when there is none. */
export async function nextCalendarChange(tx: Executor): Promise<CalendarChangeRow | undefined> {
  return tx.one(sql<CalendarChangeRow>`select ${columns} from calendar_changes where state = 'applying' order by made_at, id limit 1 for update skip locked`);
}

export async function loadCalendarChange(tx: Executor, id: string): Promise<CalendarChangeRow | undefined> {
  return tx.one(sql<CalendarChangeRow>`select ${columns} from calendar_changes where id = ${id}`);
}

/** How far a change has spread: with the page, or for good when `position` is null. */
export async function advanceCalendarChange(tx: Executor, id: string, page: { position: string | null; told: number }, now: string): Promise<void> {
  await tx.run(sql`
    update calendar_changes set position = coalesce(${page.position}, position), told = told + ${page.told}, state = case when ${page.position}::text is null then 'applied' else state end, finished_at = case when ${page.position}::text is null then ${now}::timestamptz end
    where id = ${id}`);
}

/** Changes that this reader may see, newest first: those of a country for the whole company, those of people in HR's scope. */
export async function calendarChanges(read: Executor, scope: 'all' | readonly string[], page: { limit: number; offset: number }): Promise<CalendarChangeList> {
  const inside = scope === 'all' ? sql`true` : sql`exists (select from employee_departments d where d.employee_id = c.employee_id and daterange(d.valid_from, d.valid_to) @> current_date and d.department_id = any(${[...scope]}::uuid[]))`;
  const changes = await read.all(sql<CalendarChangeView>`
    select c.id, c.body as change, c.reason, c.also_earlier as "alsoEarlier", ${personOf('c.employee_id')} as person, ${personOf('c.made_by')} as "madeBy", c.made_at as "madeAt", c.state, c.told,
      (select count(*)::integer from deadline_changes d where d.cause = 'calendar' and d.detail ->> 'changeId' = c.id::text) as moved
    from calendar_changes c where ${inside} order by c.made_at desc, c.id desc limit ${page.limit} offset ${page.offset}`);
  const count = await read.one(sql<{ total: number }>`select count(*)::integer as total from calendar_changes c where ${inside}`);
  return { changes, total: count?.total ?? 0 };
}
