import type { ComposedBlock, ComposedItem } from '@fairmark/contracts/goals';
import type { ProgressBlock, ProgressItem, ProgressView, QualityMark, ScoreResult } from '@fairmark/contracts/scoring';
import { localDateOf } from '@fairmark/domain/calendar';
import { computedOnly, isJudged, scoreSheet, trendOf } from '@fairmark/domain/scoring';
import type { Executor } from '@fairmark/persistence/database';
import { mayReportIn, reportsOf } from '@fairmark/persistence/metrics';
import type { ReviewHead } from '@fairmark/persistence/reviews';
import { latestSheets, loadReviewed, loadScoreInput, supplementsOf, type Reviewed } from '@fairmark/persistence/scoring';
import { marksOf, marksOfItem } from './quality.js';

export interface ProgressReader {
  /** Judged scores too; else computed ones only. */
  all: boolean;
  self: boolean;
  /** The only stretch that the reader sees; null for the whole period. */
  segmentNo: number | null;
}

/** Values, targets and computed scores as they build up. While the period runs, sums stand against their share of the target. */
export async function progressView(tx: Executor, head: ReviewHead, { all, self, segmentNo }: ProgressReader, now: string): Promise<ProgressView> {
  const today = localDateOf(now, head.zone);
  const asOf = today < head.periodEnd ? today : head.periodEnd;
  const review = await loadReviewed(tx, head.id);
  return {
    reviewId: head.id, periodStart: head.periodStart, periodEnd: head.periodEnd, asOf,
    blocks: review?.sheet && head.goalsOutcome ? await blocksOf(tx, review, asOf, all, segmentNo) : [],
    supplements: await supplementsOf(tx, head.id),
    reports: await reportsOf(tx, head.id),
    mayReport: self && mayReportIn(head.step),
  };
}

async function blocksOf(tx: Executor, review: Reviewed, asOf: string, all: boolean, segmentNo: number | null): Promise<ProgressBlock[]> {
  const sheets = all ? await latestSheets(tx, review.id) : [];
  const judgements = sheets.filter((sheet) => segmentNo === null || sheet.segmentNo === segmentNo).flatMap((sheet) => sheet.items);
  const input = await loadScoreInput(tx, review, { segmentNo, judgements, asOf });
  const result = scoreSheet(input);
  const shown = all ? result : computedOnly(input.sheet.blocks.flatMap((block) => block.items), result);
  const marks = marksOf(input);
  return input.sheet.blocks.map((block) => blockView(block, shown, marks));
}

function blockView({ code, kind, name, weightBp, items }: ComposedBlock, result: ScoreResult, marks: readonly QualityMark[]): ProgressBlock {
  return { code, kind, name, weightBp, items: items.map((item) => itemView(item, result, marks)) };
}

function itemView(item: ComposedItem, result: ScoreResult, marks: readonly QualityMark[]): ProgressItem {
  const score = result.items.find((one) => one.itemId === item.itemId);
  const { itemId, name, kind, weightBp, horizon, target, indicator } = item;
  return {
    ...{ itemId, name, kind, weightBp, horizon, target }, judged: isJudged(item), unit: indicator?.unit ?? null, direction: indicator?.direction ?? null, aggregation: indicator?.aggregation ?? null,
    state: score?.state ?? 'missing', value: score?.value ?? null, achievement: score?.achievement ?? null, scoreCenti: score?.scoreCenti ?? null, trend: trendOf(score?.values ?? []),
    values: score?.values ?? [], leftOut: score?.leftOut ?? [], steps: score?.steps ?? [], quality: marksOfItem(marks, item),
  };
}
