import type { ComposedItem } from '@fairmark/contracts/goals';
import type { ScoreResult } from '@fairmark/contracts/scoring';
import { isJudged } from './input.js';
import { Rational } from './rational.js';

/**
 * What the person may see before publication (rules §4): values and computed indicator scores as they build up. Judged points, total, band,
 * what the scorer still waits for, and flags, which are the scorer's to answer, stay away.
 */
export function computedOnly(items: readonly ComposedItem[], result: ScoreResult): ScoreResult {
  const judged = new Set(items.filter(isJudged).map((item) => item.itemId));
  return {
    ...result,
    state: 'incomplete', totalCenti: null, band: null, steps: [], flags: [], waitingFor: [],
    items: result.items.map((item) => (judged.has(item.itemId) ? { ...item, state: 'unjudged', value: null, achievement: null, scoreCenti: null, steps: [] } : item)),
  };
}

/** Which way the last two sub-periods went, as numbers, whatever is better. */
export function trendOf(values: readonly { value: string }[]): 'up' | 'down' | 'flat' | null {
  const [before, last] = [values.at(-2), values.at(-1)];
  if (!before || !last) return null;
  const change = Rational.parse(last.value).compare(Rational.parse(before.value));
  return change > 0 ? 'up' : change < 0 ? 'down' : 'flat';
}
