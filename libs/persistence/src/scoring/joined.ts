import type { Band } from '@fairmark/contracts/plans';
import type { ScoreStep } from '@fairmark/contracts/scoring';
import { bandOf, joinSegments, withScores } from '@fairmark/domain/scoring';
import type { Executor } from '../database/index.js';
import { moveSegmentScore, segmentScores } from './segments.js';
import { insertScoreSheet, latestSheets } from './sheets.js';

export interface JoinedScore {
  totalCenti: number;
  band: string;
  /** How the segments were joined; empty for one. */
  steps: ScoreStep[];
  /** The last of the sheets it rests on. */
  scoreSheetId: string | null;
}

/** Total and band of a review out of its scored segments; null while none has a total. */
export async function joinedScore(tx: Executor, reviewId: string, bands: readonly Band[]): Promise<JoinedScore | null> {
  const rated = (await segmentScores(tx, reviewId)).flatMap((one) => (one.totalCenti === null ? [] : [{ ...one, totalCenti: one.totalCenti }]));
  const [first] = rated;
  if (!first) return null;
  const scoreSheetId = rated.at(-1)?.scoreSheetId ?? null;
  if (rated.length === 1) return { totalCenti: first.totalCenti, band: bandOf(bands, first.totalCenti), steps: [], scoreSheetId };
  const { centi, band, steps } = joinSegments(rated, bands);
  return { totalCenti: centi, band, steps, scoreSheetId };
}

/** An appeal decides scores of items: new sheets beside the old ones, and the total and band that follow. The rating is written by the appeal. */
export async function decideScores(tx: Executor, reviewId: string, scores: ReadonlyMap<string, number>, decision: { bands: readonly Band[]; comment: string; now: string }): Promise<JoinedScore | null> {
  for (const sheet of await latestSheets(tx, reviewId)) {
    const own = new Map([...scores].filter(([itemId]) => sheet.result.items.some((item) => item.itemId === itemId)));
    if (own.size === 0) continue;
    const result = withScores(sheet.result, own, decision.bands);
    const id = await insertScoreSheet(tx, reviewId, { ...sheet, visitId: null, scorerId: null, result, comment: decision.comment, source: 'appeal' }, decision.now);
    await moveSegmentScore(tx, reviewId, { no: sheet.segmentNo, totalCenti: result.totalCenti, scoreSheetId: id });
  }
  return joinedScore(tx, reviewId, decision.bands);
}
