import type { Assignee } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';
import { dueOf, moveDeadline, type TaskRow, type VisitRow } from '@fairmark/persistence/process';
import type { ProcessContext } from '../processes/index.js';

/** Somebody else does open tasks of a visit; what others have done there stays. They get a full length to get to know the matter, never less time than was left. */
export async function moveTasks({ tx, now }: ProcessContext, visit: VisitRow, from: readonly TaskRow[], to: Assignee): Promise<void> {
  await tx.run(sql`update tasks set state = 'moved', decided_at = ${now} where id = any(${from.map((task) => task.id)}::uuid[])`);
  await tx.run(sql`
    insert into tasks (visit_id, assignee_id, why, created_at) values (${visit.id}, ${to.employeeId}, ${to.why}, ${now})
    on conflict (visit_id, assignee_id) do update set state = 'open', why = excluded.why, decided_at = null, nudged_at = null`);
  if (!visit.duration) return;
  const due = await dueOf(tx, to.employeeId, now, { duration: visit.duration });
  if (visit.dueAt === null || due.dueAt > visit.dueAt) await moveDeadline(tx, visit.id, to.employeeId, now, { duration: visit.duration }, { cause: 'handOver', at: now });
}
