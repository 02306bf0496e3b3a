import { JudgeImprovement } from '@fairmark/contracts/buffers';
import { buffersErrors } from '@fairmark/contracts/errors';
import { consequenceOf } from '@fairmark/domain/buffers';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { checkInCount, updateBuffer, type BufferRow } from '@fairmark/persistence/buffers';
import { bufferPeople } from '@fairmark/persistence/reviews';
import { refuse, type DecisionContext, type VisitContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import type { Review } from '../reviews/review.js';
import { loadBuffer } from './supportPlan.js';
import { takeEffect } from './takeEffect.js';

/** Manager or HR says how the goals of the plan were met; when both have, the next-level manager signs. */
export async function judge(context: DecisionContext): Promise<Transition> {
  const { tx, now, visit, actorId } = context;
  const { outcome, reason } = JudgeImprovement.parse(context.body);
  const { review, buffer } = await loadBuffer(context);
  const as = visit.payload['as'] === 'hr' ? 'hr' : 'manager';
  const judgements: BufferRow['judgements'] = { [as]: { by: actorId, outcome, reason, at: now } };
  const both = Object.keys({ ...buffer.judgements, ...judgements }).length === 2;
  await updateBuffer(tx, buffer.id, { judgements, ...(both ? { state: 'signing' as const } : {}) });
  return {
    outcome: 'judged', close: [{ visitId: visit.id, outcome: 'judged', by: actorId }], open: both ? [await signature(context, review)] : [],
    audit: [{ action: 'buffer.judged', object: review.id, after: { as, outcome }, texts: { reason: { body: reason, ownerId: review.employeeId } } }],
  };
}

async function signature(context: DecisionContext, review: Review): Promise<VisitSpec> {
  const { next } = await bufferPeople(context, review);
  return { step: 'improvementSignature', assignees: next, subjectId: review.employeeId, ...(await timingOf(context.tx, review, 'improvementSignature', next[0]?.employeeId ?? null, context.now)) };
}

/** The next-level manager takes one of the two judgements; what follows from it is computed, and the person may appeal. */
export async function sign(context: DecisionContext): Promise<Transition> {
  const { tx, now, visit, actorId } = context;
  const { outcome, reason } = JudgeImprovement.parse(context.body);
  const { review, buffer } = await loadBuffer(context);
  const judged = [buffer.judgements.manager?.outcome, buffer.judgements.hr?.outcome];
  if (!judged.includes(outcome)) refuse(buffersErrors.neitherJudgement, { judged });
  const consequence = consequenceOf(outcome, await checkInCount(tx, buffer.id));
  await updateBuffer(tx, buffer.id, { state: 'closed', judgements: { signature: { by: actorId, outcome, reason, at: now } }, outcome, consequence, closedAt: now });
  const told: VisitSpec = {
    step: 'bufferOutcome', assignees: [{ employeeId: review.employeeId, why: 'subject' }], subjectId: review.employeeId, ...(await timingOf(tx, review, 'bufferOutcome', review.employeeId, now)), timeout: 'moveOn',
  };
  return {
    outcome: 'signed', details: { outcome, consequence }, close: [{ visitId: visit.id, outcome: 'signed', by: actorId }], open: [told],
    audit: [{ action: 'buffer.signed', object: review.id, after: { outcome, consequence }, texts: { reason: { body: reason, ownerId: review.employeeId } } }],
  };
}

/** The person has read the outcome, or the window for an appeal has ended: what the result pays follows from it, and the review closes. */
export async function closeAfterOutcome(context: DecisionContext | VisitContext): Promise<Transition> {
  const by = 'actorId' in context ? { by: context.actorId } : {};
  const outcome = 'actorId' in context ? 'acknowledged' : 'windowEnded';
  const { review, buffer } = await loadBuffer(context);
  await takeEffect(context, review.id, buffer.id);
  return { outcome, close: [{ visitId: context.visit.id, outcome, ...by }], finish: { outcome: 'closed' }, audit: [{ action: 'buffer.closed', object: context.process.refId, after: { by: outcome } }] };
}
