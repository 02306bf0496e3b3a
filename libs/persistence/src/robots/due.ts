import type { RobotProcessKind, RobotRhythm, WaitingStep } from '@fairmark/contracts/robots';
import { createCalendar, type Calendar } from '@fairmark/domain/calendar';
import { groupSteps } from '@fairmark/domain/robots';
import { sql, type Executor } from '../database/index.js';

/** A robot whose time to look has come. */
export interface DueRobot {
  id: string;
  rhythm: RobotRhythm;
  departmentId: string | null;
  processKinds: RobotProcessKind[];
  zone: string;
  country: string;
  seenAt: string;
}

/** The robot whose look is the most overdue, locked against other workers; undefined when none is due. */
export async function nextDueRobot(tx: Executor, now: string): Promise<DueRobot | undefined> {
  return tx.one(sql<DueRobot>`
    select id, rhythm, department_id as "departmentId", process_kinds as "processKinds", zone, country, seen_at as "seenAt" from robot_channels
    where disabled_at is null and look_at <= ${now} order by look_at, id limit 1 for update skip locked`);
}

/** When to look again, and up to when has been looked. */
export async function advanceRobot(tx: Executor, id: string, { lookAt, seenAt }: { lookAt: string; seenAt: string }): Promise<void> {
  await tx.run(sql`update robot_channels set look_at = ${lookAt}, seen_at = ${seenAt} where id = ${id}`);
}

/** Open visits that wait for somebody, counted by step, of the robot's kinds and departments; only steps of which a group may hear. `visitId`: the one, where it is one. */
export async function waitingInGroup(tx: Executor, robot: DueRobot, opened: { after: string | null; until: string }): Promise<(WaitingStep & { visitId: string })[]> {
  return tx.all(sql<WaitingStep & { visitId: string }>`
    with recursive down as (
      select id, 0 as level from departments where id = ${robot.departmentId}::uuid
      union select d.id, down.level + 1 from down join departments d on d.parent_id = down.id where down.level < 30)
    select p.kind || '.' || v.step as step, count(*)::integer as count, min(v.id::text) as "visitId"
    from visits v join processes p on p.workflow_id = v.workflow_id
      left join reviews r on p.kind = 'review' and r.id = p.ref_id
      left join calibration_sessions s on p.kind = 'calibration' and s.id = p.ref_id
      left join approval_requests q on p.kind = 'approval' and q.id = p.ref_id
    where v.state = 'open' and exists (select from tasks t where t.visit_id = v.id and t.state = 'open')
      and p.kind = any(${robot.processKinds}::text[]) and p.kind || '.' || v.step = any(${[...groupSteps]}::text[])
      and (${robot.departmentId}::uuid is null or coalesce(r.department_id, s.department_id, q.department_id) in (select id from down))
      and (${opened.after}::timestamptz is null or v.opened_at > ${opened.after}::timestamptz) and v.opened_at <= ${opened.until}::timestamptz
    group by 1 order by 1`);
}

/** The calendar by which a group has its working days: the country's and the company's, nobody's leave. */
export async function calendarOfRobot(tx: Executor, country: string): Promise<Calendar> {
  const days = await tx.all(sql<{ day: string; working: boolean }>`select day, working from company_days where country = ${country}`);
  const years = await tx.all(sql<{ year: number }>`select year from calendar_years where country = ${country}`);
  const those = (working: boolean): string[] => days.filter((item) => item.working === working).map((item) => item.day);
  return createCalendar({ country, freeDays: those(false), workingDays: those(true), officialYears: years.map((row) => row.year) });
}
