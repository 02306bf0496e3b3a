import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { assertNever } from '../common/index.js';
import { closeTask } from './change.js';
import { recordDecision } from './decide.js';
import { settle } from './flow.js';
import { Refusal, type Run } from './run.js';
import { isPending, type ApprovalTask, type ApprovalVisit } from './state.js';
import { addTask, assertMayJoin, assertMayStandIn, assertNoParty, ownOpenTask, placeOf, type Place } from './tasks.js';
import { rootOf, votesOf } from './votes.js';

type AddEvent = Extract<ApprovalEvent, { type: 'addBefore' | 'addAfter' | 'addBeside' }>;

/** 加签: people join before, after or beside an open task. Whoever was added cannot add others. */
export function addPeople(run: Run, event: AddEvent): void {
  const place = ownOpenTask(run, event, ['seat', 'before', 'after']);
  const { visit, task } = place;
  if (task.addedBy !== null) throw new Refusal(ApprovalErrors.addedAdds, { taskId: task.id });
  const ids = [...new Set(event.people.map(({ personId }) => personId))];
  for (const { personId, active } of event.people) assertMayJoin(run, visit, personId, active);
  join(run, place, event, ids);
  settle(run, visit);
}

function join(run: Run, place: Place, event: AddEvent, ids: readonly string[]): void {
  const { visit, task } = place;
  const { seat, alsoSeats, id: parentId, personId: addedBy } = task;
  switch (event.type) {
    case 'addBefore':
      closeTask(run, visit, task, 'waiting');
      for (const personId of ids) addTask(run, visit, { personId, origin: 'addedBefore', seat }, { part: 'before', addedBy, parentId });
      return;
    case 'addAfter':
      recordDecision(run, place, event, 'approve');
      for (const personId of ids) addTask(run, visit, { personId, origin: 'addedAfter', seat }, { part: 'after', addedBy, parentId });
      return;
    case 'addBeside':
      for (const personId of ids.toReversed()) addTask(run, visit, { personId, origin: 'addedBeside', seat, alsoSeats }, { addedBy }, task);
      return;
    default:
      assertNever(event);
  }
}

/** 减签: only who added somebody, only while they have not acted, and never so that nobody is left. */
export function removeAdded(run: Run, event: Extract<ApprovalEvent, { type: 'removeAdded' }>): void {
  const { visit, task } = placeOf(run, event.taskId);
  assertNoParty(run, event);
  if (!mayRemove(visit, task, event.forId ?? event.actorId)) throw new Refusal(ApprovalErrors.notAddedByYou, { taskId: task.id, status: task.status });
  assertMayStandIn(run, visit, event);
  if (isLast(visit, task)) throw new Refusal(ApprovalErrors.lastOne, { taskId: task.id });
  removeTask(run, visit, task, 'removed');
  settle(run, visit);
}

/** Whether the person added the task and nobody has acted on it. */
export function mayRemove(visit: ApprovalVisit, task: ApprovalTask, personId: string): boolean {
  return visit.status === 'open' && task.addedBy === personId && isPending(task) && task.part !== 'copy';
}

/** Whether the node would have no seat left without the task. */
export const isLast = (visit: ApprovalVisit, task: ApprovalTask): boolean => task.part === 'seat' && votesOf(visit.tasks).every((vote) => vote.task === task);

/** Closes a task with everybody who was asked because of it. */
export function removeTask(run: Run, visit: ApprovalVisit, task: ApprovalTask, as: 'removed' | 'notNeeded'): void {
  for (const one of visit.tasks) if (one !== task && isPending(one) && belongsTo(visit, one, task)) closeTask(run, visit, one, 'notNeeded');
  closeTask(run, visit, task, as);
}

function belongsTo(visit: ApprovalVisit, task: ApprovalTask, above: ApprovalTask): boolean {
  if (task.parentId === null) return false;
  if (task.parentId === above.id || rootOf(visit, task) === above) return true;
  const parent = visit.tasks.find((one) => one.id === task.parentId);
  return parent !== undefined && belongsTo(visit, parent, above);
}
