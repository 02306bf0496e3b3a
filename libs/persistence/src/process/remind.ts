import type { Executor } from '../database/index.js';
import { notifyAll } from './notify.js';
import type { TaskRow, VisitRow } from './rows.js';

/** Reminds people of their open tasks in a visit, in the application and by mail. */
export async function remindTasks(tx: Executor, visit: Pick<VisitRow, 'id' | 'step'>, tasks: readonly Pick<TaskRow, 'assigneeId'>[]): Promise<void> {
  await notifyAll(tx, tasks.map(({ assigneeId }) => ({ employeeId: assigneeId, kind: `reminder.${visit.step}`, link: `/visits/${visit.id}`, visitId: visit.id })));
}
