import type { ApprovalDefinition, ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { findTask, type ApprovalEffect } from '../effects.js';
import { operatorsFor } from '../offers.js';
import { partiesOf } from '../parties.js';
import { isPending, type ApprovalState } from '../state.js';
import { must } from './must.js';

/** What must hold between the state before an accepted event and the one after it. */
export function checkAccepted(definition: ApprovalDefinition, before: ApprovalState, event: ApprovalEvent, after: ApprovalState, effects: readonly ApprovalEffect[]): void {
  if ('forId' in event || event.type === 'approve') checkActor(definition, before, event);
  if (event.type === 'timeout') {
    const stays = event.taskId === 'resubmission' || findTask(after, event.taskId)?.task.status === 'open';
    must(!stays || effects.some((effect) => effect.type === 'rearm' && effect.taskId === event.taskId), 'whoever keeps a task after its deadline has a new one', event);
  }
  if (event.type === 'addBefore' || event.type === 'addAfter' || event.type === 'addBeside') must(findTask(before, event.taskId)?.task.addedBy === null, 'whoever was added adds nobody', event);
  if (event.type === 'return' && event.to !== 'submitter') {
    const { nodeId } = event.to;
    must(after.visits.some((visit) => visit.nodeId === nodeId && visit.status === 'open' && visit.openedAt === event.at), 'a return opens a new visit', event);
  }
  if (event.type === 'takeBack') {
    const taken = findTask(before, event.taskId);
    must(after.visits.some((visit) => visit.nodeId === taken?.visit.nodeId && (visit.status === 'open' ? visit.tasks.some(isPending) : visit.closedAt === event.at)), 'whoever takes back decides again, unless a vote passes without them', event);
  }
  if (after.status === 'withdrawn' && before.status === 'approved') must(effects.some((effect) => effect.type === 'undo'), 'what was approved is undone', event);
  if (after.status === 'returned' && before.status !== 'returned') must(effects.some((effect) => effect.type === 'awaitResubmission'), 'a returned case has a deadline', event);
}

/** Whoever acts is no party of the case, nor is the one for whom they act. */
function checkActor(definition: ApprovalDefinition, before: ApprovalState, event: ApprovalEvent): void {
  const parties = partiesOf({ definition, state: before });
  const { actorId, forId } = event as { actorId?: string; forId?: string | undefined };
  if (event.type === 'reassign' || event.type === 'read') return;
  must(actorId === undefined || !parties.has(actorId), 'nobody acts in their own case', event);
  must(forId === undefined || !parties.has(forId), 'nobody acts for somebody in their own case', event);
}

/** What the engine accepts was offered, and the other way round for the operators that need no further person. */
export function checkOffer(definition: ApprovalDefinition, before: ApprovalState, event: ApprovalEvent, refusal: string | null): void {
  if (!('taskId' in event) || !('actorId' in event) || event.type === 'reassign' || event.resolution !== undefined) return;
  const holder = event.forId ?? event.actorId;
  const offer = operatorsFor(definition, before, event.actorId, { forIds: [holder], at: event.at }).tasks;
  const offered = event.type === 'removeAdded' ? offer.some((one) => one.removable.some(({ taskId }) => taskId === event.taskId)) : offer.some((one) => one.taskId === event.taskId && (one.operators as string[]).includes(event.type));
  if (refusal === null) must(offered, 'what is accepted was offered', event);
  const complete = event.type !== 'return' && !('people' in event) && !('toPersonId' in event) && event.commentId !== undefined;
  if (refusal !== null && refusal !== ApprovalErrors.noOwner && complete && offered && (holder === findTask(before, event.taskId)?.task.personId || event.type === 'takeBack')) must(false, 'what is offered is accepted', { event, refusal });
}

/** An administrator is always there, unless the last one had to take over the case of a submitter who left. */
export function checkRefusal(code: string, submitterId: string | null): void {
  must(code !== ApprovalErrors.noOwner || submitterId === 'z', 'an administrator keeps every node owned', code);
}
