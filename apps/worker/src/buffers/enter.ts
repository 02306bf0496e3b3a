import { bufferFor } from '@fairmark/domain/buffers';
import { hasConsequence, insertBuffer } from '@fairmark/persistence/buffers';
import { ratingsOf } from '@fairmark/persistence/result';
import type { VisitSpec } from '@fairmark/domain/process';
import { bufferPeople } from '@fairmark/persistence/reviews';
import type { ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import type { Enter } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';

/**
 * The result is final. A shadow result is recorded as one without effect; a low one opens an improvement buffer, which begins with the support plan; every
 * other review closes.
 */
export const enterBufferOrClose: Enter = async (context, review) => {
  const final = (await ratingsOf(context.tx, review.id)).at(-1);
  const kind = bufferFor(review.plan, { shadow: review.shadow, band: final?.band ?? null, totalCenti: final?.totalCenti ?? null });
  if (kind === null || (kind === 'improvement' && !(await hasConsequence(context.tx, review.id)))) return { finish: { outcome: 'closed' } };
  const audit = [{ action: 'buffer.opened', object: review.id, after: { kind } }];
  const rule = review.plan.buffer;
  if (kind === 'shadow') {
    await insertBuffer(context.tx, { reviewId: review.id, kind, state: 'closed', rule, consequence: 'noEffect', closedAt: context.now });
    return { finish: { outcome: 'closed' }, audit };
  }
  await insertBuffer(context.tx, { reviewId: review.id, kind, state: 'supportPlan', rule, consequence: 'pending', closedAt: null });
  return { step: 'buffer', open: [await supportPlanVisit(context, review)], audit, notices: [{ employeeId: review.employeeId, kind: 'buffer.opened', link: `/reviews/${review.id}` }] };
};

/** The company's part comes first: goals, partner, training. Until the plan is agreed there is no consequence. */
export async function supportPlanVisit(context: ProcessContext, review: Review): Promise<VisitSpec> {
  const { manager } = await bufferPeople(context, review);
  return { step: 'supportPlan', assignees: manager, subjectId: review.employeeId, ...(await timingOf(context.tx, review, 'supportPlan', manager[0]?.employeeId ?? null, context.now)) };
}
