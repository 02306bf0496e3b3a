import { localDateOf } from '@fairmark/domain/calendar';
import { calendarOf } from '../calendar/index.js';
import { sql, type Executor } from '../database/index.js';
import { hrFor } from '../org/index.js';
import type { CalibrationMember, CalibrationSession } from './sessions.js';
import type { SessionSubject } from './subjects.js';

/**
 * Gives a seat to everybody who belongs into the session and has none: the active managers of its people, and HR of the department who are not its people.
 * Who left keeps away: an arrival does not bring them back. Answers who is new.
 */
export async function seatMissing(tx: Executor, session: CalibrationSession, subjects: readonly SessionSubject[], now: string): Promise<CalibrationMember[]> {
  const asOf = localDateOf(now, (await calendarOf(tx, null)).zone);
  const people = subjects.map((subject) => subject.employeeId);
  const managers = await activePeople(tx, subjects.flatMap((subject) => subject.managerId ?? []), asOf);
  const hr = (await hrFor(tx, session.departmentId, null, asOf)).filter((id) => !people.includes(id));
  const wanted: CalibrationMember[] = [...managers.map((employeeId) => ({ employeeId, role: 'manager' as const })), ...hr.map((employeeId) => ({ employeeId, role: 'hr' as const }))];
  const added: CalibrationMember[] = [];
  for (const member of wanted)
    if (await tx.run(sql`insert into calibration_members (session_id, employee_id, role, joined_at) values (${session.id}, ${member.employeeId}, ${member.role}, ${now}) on conflict do nothing`)) added.push(member);
  return added;
}

async function activePeople(tx: Executor, ids: readonly string[], asOf: string): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    select e.id from employees e left join accounts a on a.employee_id = e.id
    where e.id = any(${[...new Set(ids)]}::uuid[]) and (e.left_on is null or e.left_on >= ${asOf}::date) and a.disabled_at is null order by e.id`);
  return rows.map((row) => row.id);
}

/** Somebody takes a seat, or comes back to one. */
export async function takeSeat(tx: Executor, sessionId: string, member: CalibrationMember, now: string): Promise<void> {
  await tx.run(sql`
    insert into calibration_members (session_id, employee_id, role, joined_at) values (${sessionId}, ${member.employeeId}, ${member.role}, ${now})
    on conflict (session_id, employee_id) do update set role = excluded.role, left_at = null`);
}

/** Whether somebody leads one of these people, directly or further up, or heads the department or one above it: only they can judge its people. */
export async function leadsHere(tx: Executor, employeeId: string, session: CalibrationSession, subjects: readonly SessionSubject[], asOf: string): Promise<boolean> {
  const row = await tx.one(sql`
    with recursive below as (
      select ${employeeId}::uuid as id, 0 as level
      union select m.employee_id, below.level + 1 from below join employee_managers m on m.manager_id = below.id and m.valid_from <= ${asOf}::date and (m.valid_to is null or m.valid_to > ${asOf}::date) where below.level < 30),
    up as (select id, parent_id, head_id from departments where id = ${session.departmentId} union select d.id, d.parent_id, d.head_id from up join departments d on d.id = up.parent_id)
    select 1 where exists (select from below where level > 0 and id = any(${subjects.map((subject) => subject.employeeId)}::uuid[])) or exists (select from up where head_id = ${employeeId})`);
  return row !== undefined;
}
