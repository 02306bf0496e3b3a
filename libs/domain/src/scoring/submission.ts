import { scoringErrors } from '@fairmark/contracts/errors';
import type { ComposedSheet } from '@fairmark/contracts/goals';
import type { ScoreResult, ScoreSubmission } from '@fairmark/contracts/scoring';
import { DomainError } from '../common/index.js';
import { isJudged } from './input.js';

/**
 * Checks what a scorer submits before it is computed: known items, each once, points for judged items only.
 * @throws DomainError `SCORING.UNKNOWN_ITEM`, `SCORING.NOT_JUDGED`
 */
export function checkSubmission(sheet: ComposedSheet, submission: ScoreSubmission): void {
  const items = new Map(sheet.blocks.flatMap((block) => block.items).map((item) => [item.itemId, item]));
  const seen = new Set<string>();
  for (const { itemId, score } of submission.items) {
    const item = items.get(itemId);
    if (!item || seen.has(itemId)) throw new DomainError(scoringErrors.unknownItem, { itemId });
    if (score !== null && !isJudged(item)) throw new DomainError(scoringErrors.notJudged, { itemId });
    seen.add(itemId);
  }
}

/**
 * Checks that a computed result may be handed in: nothing waits, and every judged item and every flag that asks for it has a comment.
 * @throws DomainError with the code of what is missing; `details.waitingFor` or `details.itemIds` name the items
 */
export function checkResult(sheet: ComposedSheet, submission: ScoreSubmission, result: ScoreResult): void {
  if (result.state === 'blocked') {
    const byQuality = result.items.some((item) => item.state === 'qualityBlocked');
    throw new DomainError(byQuality ? scoringErrors.qualityBlocked : scoringErrors.valueMissing, { waitingFor: result.waitingFor });
  }
  if (result.state === 'notRatable') throw new DomainError(scoringErrors.notRatable, { waitingFor: result.waitingFor, movedWeightBp: result.movedWeightBp });
  if (result.state === 'incomplete') throw new DomainError(scoringErrors.judgementMissing, { waitingFor: result.waitingFor });
  const itemIds = uncommented(sheet, submission, result);
  if (itemIds.length > 0) throw new DomainError(scoringErrors.commentMissing, { itemIds });
}

/** Items that need a comment and have none: judged ones with points, and flagged ones. */
export function uncommented(sheet: ComposedSheet, submission: ScoreSubmission, result: ScoreResult): string[] {
  const commented = new Set(submission.items.filter((one) => one.comment.trim() !== '').map((one) => one.itemId));
  const scored = new Set(result.items.filter((item) => item.state === 'scored').map((item) => item.itemId));
  const judged = sheet.blocks.flatMap((block) => block.items).filter((item) => isJudged(item) && scored.has(item.itemId));
  const flagged = result.flags.filter((flag) => flag.needsComment).map((flag) => flag.itemId);
  return [...new Set([...judged.map((item) => item.itemId), ...flagged])].filter((itemId) => !commented.has(itemId));
}
