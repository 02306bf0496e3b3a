import { personalSteps } from '@fairmark/domain/delegations';
import { sql, type Executor } from '../database/index.js';
import { notifyAll } from './notify.js';
import type { TaskRow, VisitRow } from './rows.js';

/** Reminds people of their open tasks in a visit, and whoever stands in for them, in the application and by mail. */
export async function remindTasks(tx: Executor, visit: Pick<VisitRow, 'id' | 'step'>, tasks: readonly Pick<TaskRow, 'assigneeId'>[]): Promise<void> {
  const people = await withStandIns(tx, visit.id, tasks.map((task) => task.assigneeId));
  await notifyAll(tx, people.map((employeeId) => ({ employeeId, kind: `reminder.${visit.step}`, link: `/visits/${visit.id}`, visitId: visit.id })));
}

/** The holders of tasks in a visit together with whoever may do them now, each once. */
export async function withStandIns(tx: Executor, visitId: string, holders: readonly string[]): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    select s.delegate_id as id from visits v join processes p on p.workflow_id = v.workflow_id cross join unnest(${[...holders]}::uuid[]) h(id) cross join lateral stand_ins_of(h.id, p.kind, now()) s
    where v.id = ${visitId} and not p.kind || '.' || v.step = any(${[...personalSteps]}::text[]) and not is_party(v.workflow_id, v.subject_id, v.approval_id, s.path)`);
  return [...new Set([...holders, ...rows.map((row) => row.id)])];
}
