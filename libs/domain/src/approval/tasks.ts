import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { closeTask, openTask, setTask } from './change.js';
import { findTask } from './effects.js';
import type { Owner } from './owners.js';
import { excludedFrom, isKnownInactive, partiesOf } from './parties.js';
import { nodeOf, note, Refusal, type Run } from './run.js';
import { isGone, type ApprovalTask, type ApprovalVisit } from './state.js';

/** A task with its visit. */
export interface Place {
  visit: ApprovalVisit;
  task: ApprovalTask;
}

/** A task and its visit. Throws `APPROVAL.UNKNOWN_TASK`. */
export function placeOf(run: Run, taskId: string): Place {
  const found = findTask(run.state, taskId);
  if (!found) throw new Refusal(ApprovalErrors.unknownTask, { taskId });
  return found;
}

/** An open task and its visit. Throws `APPROVAL.UNKNOWN_TASK`, or `APPROVAL.TASK_CLOSED` with who decided instead. */
export function openTaskOf(run: Run, taskId: string): Place {
  const { visit, task } = placeOf(run, taskId);
  if (task.status === 'open') return { visit, task };
  const decided = [task, ...visit.tasks].find((one) => one.decidedBy === 'person' && (one === task || one.status === 'decided'));
  throw new Refusal(ApprovalErrors.taskClosed, { taskId, status: task.status, decidedBy: decided?.personId ?? null, visitStatus: visit.status });
}

type PersonEvent = Pick<Extract<ApprovalEvent, { type: 'approve' }>, 'actorId' | 'forId'>;

/** Refuses whoever may not do this task now. */
export function assertMayAct(run: Run, { visit, task }: Place, event: PersonEvent): void {
  assertNoParty(run, event);
  if (task.personId !== (event.forId ?? event.actorId)) throw new Refusal(ApprovalErrors.notAssignee, { taskId: task.id });
  assertMayStandIn(run, visit, event);
}

/** Refuses parties to the case and people who left, for who acts and for whom. */
export function assertNoParty(run: Run, { actorId, forId }: PersonEvent): void {
  for (const personId of new Set([actorId, forId ?? actorId])) {
    if (partiesOf(run).has(personId)) throw new Refusal(ApprovalErrors.ownCase, { actorId: personId });
    if (isKnownInactive(run.state, personId)) throw new Refusal(ApprovalErrors.inactivePerson, { personId });
  }
}

/** Somebody who stands in has no more rights than the holder, and none where they have a part in the node themselves: one person never fills two places. */
export function assertMayStandIn(run: Run, visit: ApprovalVisit, { actorId, forId }: PersonEvent): void {
  if (forId === undefined || forId === actorId) return;
  if (excludedFrom(run, nodeOf(run, visit.nodeId)).has(actorId)) throw new Refusal(ApprovalErrors.ownCase, { actorId });
  if (hasPart(visit, actorId, forId)) throw new Refusal(ApprovalErrors.alreadyOnNode, { personId: actorId });
}

/** An open task of the right kind that the actor may do. */
export function ownOpenTask(run: Run, event: PersonEvent & { taskId: string }, parts: readonly ApprovalTask['part'][]): Place {
  const place = openTaskOf(run, event.taskId);
  assertMayAct(run, place, event);
  if (!parts.includes(place.task.part)) throw new Refusal(ApprovalErrors.operatorRefused, { taskId: event.taskId, part: place.task.part });
  return place;
}

/** Refuses somebody who cannot get a task of this visit; also who acts, because whoever stands in would get a second place. */
export function assertMayJoin(run: Run, visit: ApprovalVisit, personId: string, active: boolean): void {
  if (excludedFrom(run, nodeOf(run, visit.nodeId)).has(personId)) throw new Refusal(ApprovalErrors.ownCase, { personId });
  if (!active || isKnownInactive(run.state, personId)) throw new Refusal(ApprovalErrors.inactivePerson, { personId });
  if (hasPart(visit, personId) || (run.by.forId !== null && run.by.actorId === personId)) throw new Refusal(ApprovalErrors.alreadyOnNode, { personId });
}

/** Refuses a decision without the comment it needs. */
export function assertComment(commentId: string | undefined): void {
  if (commentId === undefined || commentId === '') throw new Refusal(ApprovalErrors.commentRequired);
}

/** Whether somebody has a part in the visit, now or decided, for themselves or for somebody other than `besides`. An opinion that was given is no part: it decided nothing. */
export function hasPart(visit: ApprovalVisit, personId: string, besides?: string): boolean {
  return visit.tasks.some((task) => !isGone(task) && task.decision !== 'opinion' && (task.personId === personId || (task.actorId === personId && task.personId !== besides)));
}

type Extra = Partial<Pick<ApprovalTask, 'part' | 'addedBy' | 'parentId' | 'replaces' | 'cause'>>;

/** Adds a queued task to a visit, at the end or after another one. */
export function addTask(run: Run, visit: ApprovalVisit, owner: Owner, extra: Extra = {}, after?: ApprovalTask): ApprovalTask {
  const task: ApprovalTask = {
    id: `${visit.id}.t${visit.tasks.length + 1}`, seat: owner.seat, alsoSeats: owner.alsoSeats ?? [], personId: owner.personId, origin: owner.origin,
    part: extra.part ?? 'seat', addedBy: extra.addedBy ?? null, parentId: extra.parentId ?? null, replaces: extra.replaces ?? null, cause: extra.cause ?? run.cause,
    status: 'queued', openedAt: null, closedAt: null, decision: null, decidedBy: null, actorId: null, commentId: null, valuesBefore: null, approvedIn: null,
    closedBy: null, readAt: null, extensions: 0, handedToHr: false,
  };
  visit.tasks.splice(after ? visit.tasks.indexOf(after) + 1 : visit.tasks.length, 0, task);
  const details = { origin: task.origin, ...(task.replaces ? { replaces: task.replaces } : {}), ...(task.addedBy ? { addedBy: task.addedBy } : {}) };
  note(run, { what: 'task', id: task.id, nodeId: visit.nodeId, personId: task.personId, from: null, to: 'queued', details });
  return task;
}

/** Puts a task in the place of another one, with its turn and the people added to it; the record keeps both. `as`: how the new one stands. */
export function replaceTask(run: Run, visit: ApprovalVisit, task: ApprovalTask, owner: Owner, as: 'same' | 'open' | 'queued' | 'waiting' = 'same'): ApprovalTask {
  const before = task.status;
  if (isGone(task) || task.status === 'decided') task.closedBy ??= run.cause;
  else closeTask(run, visit, task, 'replaced');
  const successor = addTask(run, visit, { alsoSeats: task.alsoSeats, ...owner }, { part: task.part, addedBy: task.addedBy, parentId: task.parentId, cause: task.cause, replaces: task.id }, task);
  for (const child of visit.tasks) if (child.parentId === task.id) child.parentId = successor.id;
  const status = as === 'same' ? before : as;
  if (status === 'open') openTask(run, visit, successor);
  if (status === 'waiting') closeTask(run, visit, successor, 'waiting');
  return successor;
}

/** The same person again, with a new task. */
export const again = ({ personId, origin, seat, alsoSeats }: ApprovalTask): Owner => ({ personId, origin, seat, alsoSeats });

/** The person approved before, in that task. */
export function markApproved(run: Run, visit: ApprovalVisit, task: ApprovalTask, approvedIn: string): void {
  setTask(run, visit, task, 'alreadyApproved', { approvedIn });
  task.approvedIn = approvedIn;
  task.closedAt = run.at;
}
