import { AnswerHrRequest } from '@fairmark/contracts/cycles';
import { CycleErrors } from '@fairmark/contracts/errors';
import { assertNever } from '@fairmark/domain/common';
import type { Transition } from '@fairmark/domain/process';
import { decideRequest, lockRequest, type RequestRow } from '@fairmark/persistence/cycles';
import { refuse, type DecisionContext } from '../processes/index.js';
import type { Bulk } from './bulk.js';
import { cancel } from './cancel.js';
import { extend } from './extend.js';
import { nudge } from './nudge.js';

/** The second HR person agrees: the act is carried out for whoever it concerns now. */
export async function confirm(context: DecisionContext): Promise<Transition> {
  const { request, reason } = await pending(context);
  const { tx, actorId, now } = context;
  if (request.requestedBy === actorId) refuse(CycleErrors.secondPersonNeeded);
  const bulk = bulkOf(request.act);
  const by = { actorId: request.requestedBy, confirmedBy: actorId, body: request.body };
  await bulk.people(context, by);
  await decideRequest(tx, request.id, { state: 'confirmed', actorId, reason, at: now });
  const transition = await bulk.apply(context, by);
  return { ...transition, notices: [...(transition.notices ?? []), { employeeId: request.requestedBy, kind: 'cycle.requestConfirmed', link: `/cycles/${context.process.refId}` }] };
}

/** Somebody else of HR does not agree, or who asked takes it back. */
export async function decline(context: DecisionContext): Promise<Transition> {
  const { request, reason } = await pending(context);
  const { tx, actorId, now, process } = context;
  // Who takes the own request back has not decided it: the row names a decider only when it is somebody else.
  await decideRequest(tx, request.id, { state: 'declined', actorId: request.requestedBy === actorId ? null : actorId, reason, at: now });
  return {
    outcome: 'declined',
    notices: request.requestedBy === actorId ? [] : [{ employeeId: request.requestedBy, kind: 'cycle.requestDeclined', link: `/cycles/${process.refId}` }],
    audit: [{ action: 'cycle.requestDeclined', object: request.id, after: { act: request.act }, ...(reason ? { texts: { reason: { body: reason, ownerId: actorId } } } : {}) }],
  };
}

async function pending({ tx, process, body }: DecisionContext): Promise<{ request: RequestRow; reason: string | null }> {
  const { requestId, reason } = AnswerHrRequest.parse(body);
  const request = await lockRequest(tx, process.refId, requestId);
  if (!request) return refuse(CycleErrors.unknownRequest);
  if (request.state !== 'pending') refuse(CycleErrors.requestDecided, { state: request.state });
  return { request, reason: reason || null };
}

function bulkOf(act: RequestRow['act']): Bulk {
  switch (act) {
    case 'extend':
      return extend;
    case 'nudge':
      return nudge;
    case 'cancel':
      return cancel;
    default:
      return assertNever(act);
  }
}
