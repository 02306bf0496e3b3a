import { sql, type Executor } from '../database/index.js';
import { tellPerson } from './live.js';
import { enqueue } from './outbox.js';
import type { TaskRow, VisitRow } from './rows.js';

/** Reminds one person of one open task, in the application and by mail. */
export async function remindTask(tx: Executor, visit: VisitRow, task: TaskRow): Promise<void> {
  const kind = `reminder.${visit.step}`;
  const link = `/visits/${visit.id}`;
  await tx.run(sql`insert into notices (employee_id, kind, link, visit_id) values (${task.assigneeId}, ${kind}, ${link}, ${visit.id})`);
  await enqueue(tx, 'mail', { template: kind, employeeId: task.assigneeId, link });
  await tellPerson(tx, task.assigneeId);
}
