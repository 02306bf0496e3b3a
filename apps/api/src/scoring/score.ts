import type { ReviewSection } from '@fairmark/contracts/reviews';
import type { ScoreView, ScoredSegment } from '@fairmark/contracts/scoring';
import { itemsOf } from '@fairmark/domain/goals';
import { apportion, computedOnly } from '@fairmark/domain/scoring';
import type { Executor } from '@fairmark/persistence/database';
import type { ReviewHead } from '@fairmark/persistence/reviews';
import { joinedScore, latestSheets, outcomeOf, scoredStretches, type ScoreSheetRow } from '@fairmark/persistence/scoring';

/**
 * How a score came about, cut to what the reader may see: `scores` opens judged points and the total, `result` the rating that counts. With
 * `only` it is one stretch, without what the others came to.
 */
export async function scoreView(tx: Executor, head: ReviewHead, sections: ReadonlySet<ReviewSection>, only: number | null): Promise<ScoreView> {
  const all = sections.has('scores');
  const sheets = (await latestSheets(tx, head.id)).filter((sheet) => only === null || sheet.segmentNo === only);
  const outcome = await outcomeOf(tx, head.id);
  const joined = all && only === null && sheets.length > 0 ? await joinedScore(tx, head.id, head.plan.bands) : null;
  const known = new Map(sheets.flatMap((sheet) => itemsOf(sheet.data.sheet)).map((item) => [item.itemId, item]));
  return {
    reviewId: head.id,
    visible: all ? 'all' : 'computed',
    items: [...known.values()],
    segments: await segmentsOf(tx, head.id, sheets, all),
    steps: joined?.steps ?? [],
    totalCenti: joined?.totalCenti ?? null,
    computedBand: joined?.band ?? null,
    scoredAt: outcome?.scoredAt ?? null,
    notRatedReason: all || sections.has('result') ? (outcome?.notRatedReason ?? null) : null,
    rating: sections.has('result') ? (outcome?.rating ?? null) : null,
  };
}

async function segmentsOf(tx: Executor, reviewId: string, sheets: readonly ScoreSheetRow[], all: boolean): Promise<ScoredSegment[]> {
  const stretches = await scoredStretches(tx, reviewId);
  const weights = apportion(10_000, stretches.map((stretch) => stretch.days));
  return stretches.flatMap(({ no, from, to, scorer }, index) => {
    const sheet = sheets.find((one) => one.segmentNo === no);
    if (!sheet) return [];
    const frame = { no, from, to, weightBp: weights[index] ?? 0 };
    if (!all) return [{ ...frame, scorer: null, totalCenti: null, result: computedOnly(itemsOf(sheet.data.sheet), sheet.result), judgements: [], comment: '' }];
    return [{ ...frame, scorer, totalCenti: sheet.totalCenti, result: sheet.result, judgements: sheet.items, comment: sheet.comment }];
  });
}
