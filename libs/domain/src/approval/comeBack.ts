import type { StepNode } from '@fairmark/contracts/approvals';
import { closeTask } from './change.js';
import type { Run } from './run.js';
import { isApproved, type ApprovalState, type ApprovalTask, type ApprovalVisit } from './state.js';
import { addTask, again, markApproved } from './tasks.js';
import { rootOf } from './votes.js';

/** The last visit of a node when it was interrupted and still counts: it goes on in a new one. */
export function pausedVisit(state: ApprovalState, nodeId: string): ApprovalVisit | undefined {
  const last = state.visits.findLast((visit) => visit.nodeId === nodeId);
  return last && !last.superseded && (last.status === 'returned' || last.status === 'takenBack') ? last : undefined;
}

/** The people of an interrupted visit again: who had approved is not asked twice, everybody else has a new clock. */
export function comeBack(run: Run, node: StepNode, visit: ApprovalVisit, paused: ApprovalVisit): void {
  run.cameBack.add(visit.id);
  const copies = new Map<string, ApprovalTask>();
  for (const task of peopleAgain(node, paused)) {
    const { part, addedBy } = task;
    const copy = addTask(run, visit, again(task), { part, addedBy });
    copies.set(task.id, copy);
    if (isApproved(task) && task.decidedBy !== 'timeout') markApproved(run, visit, copy, task.approvedIn ?? task.id);
  }
  for (const task of paused.tasks) {
    const copy = copies.get(task.id);
    const parent = task.parentId === null ? undefined : copies.get(task.parentId);
    if (!copy || !parent) continue;
    copy.parentId = parent.id;
    if (copy.part === 'before' && copy.status === 'queued' && parent.status === 'queued') closeTask(run, visit, parent, 'waiting');
  }
  paused.superseded = true;
}

/** "Straight back" means to the one who returned it: where one decision is enough, only that seat is asked again. */
function peopleAgain(node: StepNode, paused: ApprovalVisit): ApprovalTask[] {
  const live = paused.tasks.filter((task) => task.part !== 'consult' && wasThere(paused, task));
  const returner = live.find((task) => task.decision === 'return');
  if (node.type !== 'anyOf' || !returner) return live;
  const seat = rootOf(paused, returner);
  return live.filter((task) => rootOf(paused, task) === seat);
}

/** Whether the task still belonged to the visit when it was interrupted. */
function wasThere(paused: ApprovalVisit, task: ApprovalTask): boolean {
  if (task.status === 'decided' || task.status === 'alreadyApproved') return true;
  if (task.status === 'takenBack') return task.id === paused.closedBy;
  return task.status === 'notNeeded' && task.closedBy !== null && task.closedBy === paused.closedBy;
}
