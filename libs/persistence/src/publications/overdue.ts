import type { CycleSchedule } from '@fairmark/contracts/cycles';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { publicationReminders } from '@fairmark/domain/publications';
import { calendarOf } from '../calendar/index.js';
import { sql, type Executor } from '../database/index.js';
import { publicationRule } from './slots.js';

/** A department that is not published although the fixed date is near or there. */
export interface OverduePublication {
  cycleId: string;
  departmentId: string;
  /** The reminder that is due; one that HR got since then is not sent again. */
  since: string;
}

interface CycleRow {
  id: string;
  schedule: CycleSchedule;
  plan: Pick<PlanDocument, 'steps'>;
}

/** Departments of running cycles with a fixed date of publication whose reminder is due and for which nobody has published. */
export async function publicationsOverdue(read: Executor, now: string): Promise<OverduePublication[]> {
  const { calendar, zone } = await calendarOf(read, null);
  const cycles = await read.all(sql<CycleRow>`
    select c.id, c.schedule, v.document as plan from cycles c join plan_versions v on v.id = c.plan_version_id where c.state = 'running' and c.schedule -> 'publication' ->> 'dueOn' is not null order by c.id`);
  const due = cycles.flatMap(({ id, schedule, plan }) => {
    const { lead, dueOn } = publicationRule(plan, schedule);
    const since = dueOn === null ? undefined : publicationReminders({ lead, dueOn, zone, calendar }).findLast((instant) => instant <= now);
    return since === undefined ? [] : [{ id, since }];
  });
  return read.all(sql<OverduePublication>`
    select distinct d.id as "cycleId", r.department_id as "departmentId", d.since from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as d(id uuid, since text) join reviews r on r.cycle_id = d.id and r.state = 'open'
    where r.published_at is null and not exists (select from publications p where p.cycle_id = r.cycle_id and p.department_id = r.department_id) order by 1, 2`);
}
