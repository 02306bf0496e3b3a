import { accessErrors } from '@fairmark/contracts/errors';
import type { PlanMovePreview, PlanMovePreviewItem, PreviewPlanMove } from '@fairmark/contracts/planMoves';
import { ALONE_UP_TO } from '@fairmark/domain/cycles';
import { sheetDifferences } from '@fairmark/domain/planMoves';
import { planDifferences } from '@fairmark/domain/plans';
import { loadCycle, targetReviews } from '@fairmark/persistence/cycles';
import type { Executor } from '@fairmark/persistence/database';
import { mayMoveTo, movingReviews, planMoveOutlook, type MovingReview } from '@fairmark/persistence/planMoves';
import { ApiError } from '../problems/index.js';

/** Lines of a preview; the counts say how many there are. */
const MOST = 200;
const STATE = { stay: 'stayed', nextStep: 'waiting', restart: 'applied' } as const;

/** What a move would do, by the same rules as the move itself. @throws what `mayMoveTo` says */
export async function previewPlanMove(read: Executor, cycleId: string, actorId: string, { planVersionId, choice, target }: PreviewPlanMove): Promise<PlanMovePreview> {
  const cycle = await loadCycle(read, cycleId);
  if (!cycle) throw new ApiError(accessErrors.objectNotFound);
  const { from, to } = await mayMoveTo(read, cycle, planVersionId);
  const reviews = await movingReviews(read, (await targetReviews(read, { cycleId, actorId, target })).map((review) => review.reviewId));
  const items: PlanMovePreviewItem[] = [];
  for (const { person, ...review } of reviews) items.push({ reviewId: review.id, person, step: review.step, ...(await outlookOf(read, review, { planVersionId, plan: to, choice })) });
  const skipped = items.filter((item) => item.state === 'skipped').length;
  return {
    plan: planDifferences(from, to), items: items.sort((a, b) => Number(b.state === 'skipped') - Number(a.state === 'skipped')).slice(0, MOST), moving: items.length - skipped, skipped, people: items.length,
    secondPersonNeeded: items.length > ALONE_UP_TO,
  };
}

async function outlookOf(read: Executor, review: MovingReview, move: Parameters<typeof planMoveOutlook>[2]): Promise<Pick<PlanMovePreviewItem, 'state' | 'why' | 'differences'>> {
  const outlook = await planMoveOutlook(read, review, move);
  if ('kept' in outlook) return { state: 'skipped', why: outlook.kept, differences: [] };
  return { state: STATE[move.choice], why: null, differences: review.sheet ? sheetDifferences(review.sheet, outlook.sheet) : [] };
}
