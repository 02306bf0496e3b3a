import { assertNever } from '@fairmark/domain/common';
import type { Transition } from '@fairmark/domain/process';
import { decideRequest, requestOfApproval, type RequestRow } from '@fairmark/persistence/cycles';
import { abandonApproval } from '@fairmark/persistence/approvals';
import type { ApprovalHost, Ended } from '../approvals/index.js';
import { movePlan, revertPlanMove } from '../planMoves/index.js';
import type { ProcessContext } from '../processes/index.js';
import type { Bulk } from './bulk.js';
import { cancel } from './cancel.js';
import { extend } from './extend.js';
import { nudge } from './nudge.js';

/** What follows from the second look at an act on many people. What no person approved is not carried out: a passed deadline is no second look. */
export const bulkHost: ApprovalHost = {
  async ended(context, ended) {
    const request = await requestOfApproval(context.tx, ended.approvalId);
    if (ended.outcome === 'returned') await abandonApproval(context.tx, ended.approvalId, 'returned', context.now);
    return ended.outcome === 'approved' && ended.actorId !== null ? confirmed(context, request, ended) : declined(context, request, ended);
  },
};

/** The act is carried out for whoever it concerns now. */
export async function confirmed(context: ProcessContext, request: RequestRow, { actorId, comment }: Pick<Ended, 'actorId' | 'comment'>): Promise<Transition> {
  const bulk = bulkOf(request.act);
  const by = { actorId: request.requestedBy, confirmedBy: actorId, body: request.body };
  await bulk.people(context, by);
  await decideRequest(context.tx, request.id, { state: 'confirmed', actorId, reason: comment ?? null, at: context.now });
  const transition = await bulk.apply(context, by);
  return { ...transition, notices: [...(transition.notices ?? []), { employeeId: request.requestedBy, kind: 'cycle.requestConfirmed', link: `/cycles/${context.process.refId}` }] };
}

/** Who takes the own request back has not decided it: the row names a decider only when it is somebody else. */
export async function declined({ tx, now, process }: ProcessContext, request: RequestRow, { actorId, comment }: Pick<Ended, 'actorId' | 'comment'>): Promise<Transition> {
  const own = request.requestedBy === actorId;
  await decideRequest(tx, request.id, { state: 'declined', actorId: own ? null : actorId, reason: comment ?? null, at: now });
  return {
    outcome: 'declined',
    notices: own ? [] : [{ employeeId: request.requestedBy, kind: 'cycle.requestDeclined', link: `/cycles/${process.refId}` }],
    audit: [{ action: 'cycle.requestDeclined', object: request.id, after: { act: request.act }, ...(comment && actorId ? { texts: { reason: { body: comment, ownerId: actorId } } } : {}) }],
  };
}

function bulkOf(act: RequestRow['act']): Bulk {
  switch (act) {
    case 'extend':
      return extend;
    case 'nudge':
      return nudge;
    case 'cancel':
      return cancel;
    case 'movePlan':
      return movePlan;
    case 'revertPlanMove':
      return revertPlanMove;
    default:
      return assertNever(act);
  }
}
