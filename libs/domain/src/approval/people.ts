import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { nodeRules } from './node-rules.js';
import { excludedFrom, fallbackOwners, isKnownInactive, seatOwners } from './parties.js';
import { closeTask, nodeOf, Refusal, type Run } from './run.js';
import { isPending, openVisit, type ApprovalTask, type ApprovalVisit, type TaskOrigin } from './state.js';
import { assertComment, isOnVisit, openTaskOf, replaceTask } from './tasks.js';
import { settle } from './visits.js';

/** HR appoints somebody else for an open task, with a reason. Whether the actor may do so is the caller's access rule. */
export function reassign(run: Run, event: Extract<ApprovalEvent, { type: 'reassign' }>): void {
  assertComment(event.commentId);
  const { visit, task } = openTaskOf(run, event.taskId);
  if (run.state.subjectIds.includes(event.actorId)) throw new Refusal(ApprovalErrors.ownCase, { actorId: event.actorId });
  if (excludedFrom(run, nodeOf(run, visit.nodeId)).has(event.toPersonId)) throw new Refusal(ApprovalErrors.ownCase, { personId: event.toPersonId });
  if (!event.toActive || isKnownInactive(run.state, event.toPersonId)) throw new Refusal(ApprovalErrors.inactivePerson, { personId: event.toPersonId });
  if (isOnVisit(visit, event.toPersonId)) throw new Refusal(ApprovalErrors.alreadyOnNode, { personId: event.toPersonId });
  task.commentId = event.commentId ?? null;
  replaceTask(run, visit, task, { personId: event.toPersonId, origin: 'reassigned', seat: task.seat });
}

/** Moves open and queued tasks of people who cannot act any more. Runs after every event that brought fresh organisation data. */
export function moveOn(run: Run, follow: boolean): void {
  const visit = openVisit(run.state);
  const leaves = (task: ApprovalTask): boolean => isPending(task) && (isKnownInactive(run.state, task.personId) || (visit !== undefined && follow && isOutdated(run, visit, task)));
  const gone = visit?.tasks.filter(leaves) ?? [];
  if (!visit || gone.length === 0) return;
  for (const task of gone) substitute(run, visit, task, leaves);
  settle(run, visit);
}

const BY_SOURCE: readonly TaskOrigin[] = ['approver', 'skipped', 'substitute'];

/** The source of the seat names somebody else now. Who was appointed or escalated to keeps the task; so does everybody while the source names nobody. */
function isOutdated(run: Run, visit: ApprovalVisit, task: ApprovalTask): boolean {
  if (!BY_SOURCE.includes(task.origin)) return false;
  const owners = seatOwners(run, nodeOf(run, visit.nodeId), task.seat);
  return owners.length > 0 && !owners.some((owner) => owner.personId === task.personId);
}

function substitute(run: Run, visit: ApprovalVisit, task: ApprovalTask, leaves: (task: ApprovalTask) => boolean): void {
  const node = nodeOf(run, visit.nodeId);
  const othersWait = visit.tasks.some((t) => t !== task && isPending(t) && !leaves(t));
  if (!nodeRules[node.type].everySeat && othersWait) return closeTask(run, task, 'notNeeded');
  const bySource = seatOwners(run, node, task.seat);
  const owners = bySource.length > 0 ? bySource : fallbackOwners(run, node, task.seat);
  const free = owners.find((owner) => !isOnVisit(visit, owner.personId));
  if (free) replaceTask(run, visit, task, { ...free, origin: free.origin === 'approver' ? 'substitute' : free.origin });
  else closeTask(run, task, 'notNeeded');
}
