import { scoringErrors } from '@fairmark/contracts/errors';
import type { Band } from '@fairmark/contracts/plans';
import type { ItemScore, ScoreResult } from '@fairmark/contracts/scoring';
import { DomainError } from '../common/index.js';
import { bandOf } from './bands.js';
import { totalOf } from './total.js';

/**
 * A result in which items have other scores: weights stay as they were, total and band follow. Used where an appeal decides the score of an
 * item, or sends named items back. Items without weight in the total cannot be given one.
 * @param scores item id → centi-points @throws DomainError `SCORING.UNKNOWN_ITEM`
 */
export function withScores(result: ScoreResult, scores: ReadonlyMap<string, number>, bands: readonly Band[]): ScoreResult {
  const unknown = [...scores.keys()].find((itemId) => !result.items.some((item) => item.itemId === itemId && item.effectiveWeightBp > 0));
  if (unknown !== undefined) throw new DomainError(scoringErrors.unknownItem, { itemId: unknown });
  const items = result.items.map((item) => decided(item, scores.get(item.itemId)));
  const total = totalOf(items);
  return { ...result, state: 'scored', items, totalCenti: total.centi, band: bandOf(bands, total.centi), steps: total.steps, waitingFor: [] };
}

/** The steps of a score that was decided would explain another number: none are shown for it. */
const decided = (item: ItemScore, scoreCenti: number | undefined): ItemScore => (scoreCenti === undefined ? item : { ...item, state: 'scored', scoreCenti, steps: item.steps.filter((step) => step.step === 'weight') });
