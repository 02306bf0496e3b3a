import type { ComposedItem } from '@fairmark/contracts/goals';
import type { ItemScore, ScoreFlag, ScoreSubmission, ScoringGridRow } from '@fairmark/contracts/scoring';

/** Whether a person gives the points of an item. */
export const isJudged = (item: ComposedItem): boolean => item.anchors !== null;

/** Flags of a computed item that the scorer must answer with a comment. */
export function flagsOf(row: ScoringGridRow, itemId: string): ScoreFlag[] {
  return (row.result?.flags ?? []).filter((flag) => flag.itemId === itemId);
}

/** The computed state of an item. */
export function computedOf(row: ScoringGridRow, itemId: string): ItemScore | undefined {
  return row.result?.items.find((item) => item.itemId === itemId);
}

/** The form starts with the draft, else with empty points. */
export function startScores(row: ScoringGridRow): ScoreSubmission {
  const known = new Map(row.draft?.items.map((item) => [item.itemId, item]));
  return { comment: row.draft?.comment ?? '', items: row.items.map((item) => known.get(item.itemId) ?? { itemId: item.itemId, score: null, comment: '' }) };
}

/** What is sent: points of judged items, and comments where something was written. */
export function scoresToSend(row: ScoringGridRow, typed: ScoreSubmission): ScoreSubmission {
  const judged = new Set(row.items.filter(isJudged).map((item) => item.itemId));
  const items = typed.items.map((item) => ({ itemId: item.itemId, score: judged.has(item.itemId) ? (item.score ?? null) : null, comment: item.comment ?? '' }));
  return { comment: typed.comment ?? '', items: items.filter((item) => judged.has(item.itemId) || item.comment.trim() !== '') };
}

/** Whether a row waits for its scorer and its saved draft has points for every judged item. */
export function isComplete(row: ScoringGridRow): boolean {
  const points = new Map(row.draft?.items.map((item) => [item.itemId, item.score]));
  return row.state === 'open' && row.items.filter(isJudged).every((item) => typeof points.get(item.itemId) === 'number');
}
