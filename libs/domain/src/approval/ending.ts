import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { finish, setTask } from './change.js';
import { Refusal, type Run } from './run.js';
import { placeOf } from './tasks.js';

/** 撤回: by the submitter while the chain runs or waits for them; after an approval only where the process allows it, and what it brought about is undone. */
export function withdraw(run: Run, event: Extract<ApprovalEvent, { type: 'withdraw' }>): void {
  const { status, submitterId } = run.state;
  if (event.actorId !== submitterId) throw new Refusal(ApprovalErrors.notSubmitter, { actorId: event.actorId });
  if (!mayWithdraw(run)) throw new Refusal(ApprovalErrors.withdrawRefused, { status });
  if (status === 'approved') run.effects.push({ type: 'undo' });
  finish(run, 'withdrawn');
}

/** Whether the submitter may withdraw the case as it stands. */
export function mayWithdraw({ definition, state }: Pick<Run, 'definition' | 'state'>): boolean {
  if (state.status === 'approved') return definition.settings.withdrawAfterEnd === true;
  return state.status === 'running' || state.status === 'returned';
}

/** 已阅: the person has seen the task or the copy, also after the end. Seen twice is seen. */
export function markRead(run: Run, event: Extract<ApprovalEvent, { type: 'read' }>): void {
  const { visit, task } = placeOf(run, event.taskId);
  if (task.personId !== event.actorId) throw new Refusal(ApprovalErrors.notAssignee, { taskId: task.id });
  if (task.status !== 'open' && task.status !== 'copied') throw new Refusal(ApprovalErrors.taskClosed, { taskId: task.id, status: task.status });
  if (task.readAt !== null) return;
  setTask(run, visit, task, task.status, { read: true });
  task.readAt = run.at;
}
