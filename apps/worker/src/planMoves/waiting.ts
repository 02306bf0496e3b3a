import { planMoveOutlook, waitingPlanMove } from '@fairmark/persistence/planMoves';
import type { ProcessContext } from '../processes/index.js';
import type { Enter, Entry } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';
import { keep, moveAudit, underVersion } from './effects.js';

/**
 * Enters a step under the plan version that the review is to have from this step on: a move that waits for it is carried out first, in the same transaction. Who cannot move
 * any more enters with the version that it has.
 */
export const underItsVersion = (step: string, enter: Enter): Enter => async (context, review) => {
  const { review: entering, told } = await moveOn(context, review, step);
  const entry = await enter(context, entering);
  return { ...entry, audit: [...(told.audit ?? []), ...(entry.audit ?? [])], notices: [...(told.notices ?? []), ...(entry.notices ?? [])] };
};

type Told = Pick<Entry, 'audit' | 'notices'>;

async function moveOn(context: ProcessContext, review: Review, step: string): Promise<{ review: Review; told: Told }> {
  const move = await waitingPlanMove(context.tx, review.id);
  if (!move) return { review, told: {} };
  const outlook = await planMoveOutlook(context.tx, review, move);
  if ('kept' in outlook) return { review, told: await keep(context, review, move, outlook.kept) };
  const moved = await underVersion(context, review, move, outlook.sheet, step);
  return { review: moved, told: { audit: [moveAudit('planMoved', review, move, review.planVersionId, move.planVersionId)], notices: [{ employeeId: review.employeeId, kind: 'hr.planMoved', link: `/reviews/${review.id}` }] } };
}
