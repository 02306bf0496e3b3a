import { selfReviewErrors } from '@fairmark/contracts/errors';
import { SelfReview } from '@fairmark/contracts/reviews';
import { itemsOf } from '@fairmark/domain/goals';
import type { Transition } from '@fairmark/domain/process';
import { dropDraft, freezeEvidence, insertSelfReview } from '@fairmark/persistence/reviews';
import { refuse, type DecisionContext, type VisitContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';
import { goOn } from './phase.js';

/** The employee hands in the self-review. From now on the line reads it. */
export async function submitSelfReview(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId, now, process } = context;
  const body = SelfReview.parse(context.body);
  const review = await loadReview(tx, process.refId);
  await mustFit(context, review, body);
  await insertSelfReview(tx, review.id, visit.id, body, now);
  await dropDraft(tx, actorId, `visit/${visit.id}`);
  return goOn(context, review, {
    outcome: 'submitted', close: [{ visitId: visit.id, outcome: 'submitted', by: actorId }],
    audit: [{ action: 'selfReview.submitted', object: review.id, after: { items: body.items.map((item) => ({ key: item.key, evidence: item.evidenceIds.length })) }, texts: textsOf(body, actorId) }],
  });
}

async function mustFit({ tx, actorId, now }: DecisionContext, review: Review, body: SelfReview): Promise<void> {
  const known = new Set(review.sheet ? itemsOf(review.sheet).map((item) => item.itemId) : []);
  const unknown = body.items.filter((item) => !known.has(item.key)).map((item) => item.key);
  if (unknown.length > 0) refuse(selfReviewErrors.unknownItem, { keys: unknown });
  const evidence = await freezeEvidence(tx, { reviewId: review.id, ownerId: actorId, ids: body.items.flatMap((item) => item.evidenceIds) }, now);
  if (evidence.length > 0) refuse(selfReviewErrors.unknownEvidence, { evidenceIds: evidence });
}

function textsOf({ items, summary }: SelfReview, ownerId: string): Record<string, { body: string; ownerId: string }> {
  const written = items.filter((item) => item.text !== '').map((item) => [`item.${item.key}`, item.text] as const);
  return Object.fromEntries([...written, ...(summary ? [['summary', summary] as const] : [])].map(([field, text]) => [field, { body: text, ownerId }]));
}

/** Rule (rules §5): not submitted is recorded as such and the step moves on; it is never agreement or zero. */
export async function selfReviewExpired(context: VisitContext): Promise<Transition> {
  const { tx, visit, now, process } = context;
  const review = await loadReview(tx, process.refId);
  await insertSelfReview(tx, review.id, visit.id, null, now);
  return goOn(context, review, { outcome: 'notSubmitted', close: [{ visitId: visit.id, outcome: 'notSubmitted' }], audit: [{ action: 'selfReview.notSubmitted', object: review.id }] });
}
