import type { Band } from '@fairmark/contracts/plans';
import type { Executor } from '../database/index.js';
import { insertScoreSheet, joinedScore, latestSheets, decideScores, moveSegmentScore, type JoinedScore, type ScoreSheetRow } from '../scoring/index.js';

/**
 * The scores that a decision leaves: the contested ones with the decided items. What was scored again in between and did not become part of the decision is put aside, so
 * that nothing ends worse than it was; all sheets stay on record. Answers null while there is no total.
 */
export async function settleScores(tx: Executor, reviewId: string, decision: { rescored: boolean; scores: ReadonlyMap<string, number>; bands: readonly Band[]; comment: string; now: string }): Promise<JoinedScore | null> {
  if (decision.rescored) for (const sheet of await latestSheets(tx, reviewId, 'scoring')) await takeUpAgain(tx, reviewId, sheet, decision);
  return decision.scores.size > 0 ? decideScores(tx, reviewId, decision.scores, decision) : joinedScore(tx, reviewId, decision.bands);
}

async function takeUpAgain(tx: Executor, reviewId: string, sheet: ScoreSheetRow, { comment, now }: { comment: string; now: string }): Promise<void> {
  const id = await insertScoreSheet(tx, reviewId, { ...sheet, visitId: null, scorerId: null, comment, source: 'appeal' }, now);
  await moveSegmentScore(tx, reviewId, { no: sheet.segmentNo, totalCenti: sheet.result.totalCenti, scoreSheetId: id });
}
