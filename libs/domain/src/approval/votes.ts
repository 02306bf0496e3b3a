import { isApproved, isGone, isPending, isRejected, type ApprovalTask, type ApprovalVisit } from './state.js';

/** How a seat stands, together with the people added before and after it. */
export interface Vote {
  task: ApprovalTask;
  is: 'waiting' | 'approved' | 'rejected';
}

/** People added to a task who decide with it. */
export const chainOf = (tasks: readonly ApprovalTask[], task: ApprovalTask): ApprovalTask[] =>
  tasks.filter((one) => one.parentId === task.id && (one.part === 'before' || one.part === 'after'));

/** The seats that count. One that fell away counts only when somebody added to it has rejected. */
export function votesOf(tasks: readonly ApprovalTask[]): Vote[] {
  const votes: Vote[] = [];
  for (const task of tasks) {
    if (task.part !== 'seat') continue;
    const chain = chainOf(tasks, task);
    const refused = chain.some(isRejected);
    if (isGone(task) && !(refused && task.status === 'notNeeded')) continue;
    if (refused || isRejected(task)) votes.push({ task, is: 'rejected' });
    else votes.push({ task, is: isPending(task) || !isApproved(task) || chain.some(isPending) ? 'waiting' : 'approved' });
  }
  return votes;
}

/** The seat to which somebody was added, over any number of steps. */
export function rootOf(visit: ApprovalVisit, task: ApprovalTask): ApprovalTask {
  const parent = task.parentId === null ? undefined : visit.tasks.find((one) => one.id === task.parentId);
  return parent ? rootOf(visit, parent) : task;
}
