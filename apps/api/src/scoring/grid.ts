import { ScoreSubmission, type ScoringGrid, type ScoringGridRow } from '@fairmark/contracts/scoring';
import { itemsOf } from '@fairmark/domain/goals';
import { scoreSheet } from '@fairmark/domain/scoring';
import type { Executor } from '@fairmark/persistence/database';
import { gridRows, latestSheets, loadReviewed, loadScoreInput, type GridRow } from '@fairmark/persistence/scoring';
import { marksOf } from './quality.js';

/** The scorer's reports of a cycle side by side: what is computed now, what was typed and saved, what was handed in. */
export async function scoringGrid(tx: Executor, cycleId: string, scorerId: string): Promise<ScoringGrid> {
  const rows = await gridRows(tx, cycleId, scorerId);
  const views: ScoringGridRow[] = [];
  for (const row of rows) views.push(await rowView(tx, row, scorerId));
  return { cycleId, rows: views };
}

async function rowView(tx: Executor, row: GridRow, scorerId: string): Promise<ScoringGridRow> {
  const { reviewId, employee, step, visitId, dueAt, segmentNo, draftSavedAt, selfReview } = row;
  // A draft is kept as typed; one that is no score sheet yet counts as none here.
  const draft = ScoreSubmission.safeParse(row.draft).data ?? null;
  const frame = { reviewId, employee, step, visitId, dueAt, segmentNo, draft, draftSavedAt, state: stateOf(row), selfReviewSubmitted: selfReview === null ? null : selfReview === 'submitted' };
  const own = visitId === null ? (await latestSheets(tx, reviewId)).find((sheet) => sheet.scorerId === scorerId) : undefined;
  if (own) return { ...frame, segmentNo: own.segmentNo, items: itemsOf(own.data.sheet), result: own.result, quality: marksOf(own.data) };
  const review = await loadReviewed(tx, reviewId);
  if (!review?.sheet) return { ...frame, items: [], result: null, quality: [] };
  const input = await loadScoreInput(tx, review, { segmentNo: segmentNo ?? 1, judgements: draft?.items ?? [], rateAnyway: row.rateAnyway });
  return { ...frame, items: itemsOf(input.sheet), result: scoreSheet(input), quality: marksOf(input) };
}

function stateOf({ visitId, submitted, notRated, step }: GridRow): ScoringGridRow['state'] {
  if (visitId !== null) return 'open';
  if (submitted) return 'submitted';
  if (notRated) return 'notRated';
  return ['goalSetting', 'period', 'selfReview'].includes(step) ? 'notYet' : 'waiting';
}
