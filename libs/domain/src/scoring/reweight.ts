import { scoringErrors } from '@fairmark/contracts/errors';
import type { ScoreFlag } from '@fairmark/contracts/scoring';
import { apportion } from './apportion.js';
import type { ScoredItem } from './item.js';
import { Rational } from './rational.js';
import { factor, stepOf } from './steps.js';

export interface Reweighted {
  items: ScoredItem[];
  movedBp: number;
  /** False when more would have to be moved than the rule allows, or nothing of the horizon is left to take it. */
  ratable: boolean;
}

/** Whether an item gives its weight away: not due yet always, missing where the sheet says so. */
export const givesWeight = ({ item, score }: ScoredItem, rateAnyway: boolean): boolean =>
  score.state === 'notDueYet' || (score.state === 'missing' && (item.missing === 'reweight' || rateAnyway));

/**
 * Moves the weight of items without a value to the other items of the same horizon, in proportion to their weights (rules §2). Whole
 * basis points by largest remainder; equal remainders go to the smaller item id, whatever the order of the sheet.
 * @param limitBp most weight that may move; null after HR and the department head decided to rate anyway: then the whole sheet takes it
 */
export function reweight(items: readonly ScoredItem[], limitBp: number | null): Reweighted {
  const anyway = limitBp === null;
  const giving = items.filter((one) => givesWeight(one, anyway));
  const movedBp = giving.reduce((sum, { item }) => sum + item.weightBp, 0);
  const weights = new Map(items.map((one) => [one.item.itemId, givesWeight(one, anyway) ? 0 : one.item.weightBp]));
  const steps = new Map<string, ReturnType<typeof stepOf>>();
  let ratable = anyway || movedBp <= limitBp;
  for (const horizon of ['short', 'long'] as const) {
    const moved = giving.filter(({ item }) => item.horizon === horizon).reduce((sum, { item }) => sum + item.weightBp, 0);
    const takers = takersOf(items, horizon, anyway);
    if (moved > 0 && takers.length === 0) ratable = false;
    else if (moved > 0) share(moved, takers, weights, steps);
  }
  return { items: items.map((one) => withWeight(one, weights, steps, anyway)), movedBp, ratable };
}

function takersOf(items: readonly ScoredItem[], horizon: 'short' | 'long', anyway: boolean): ScoredItem[] {
  const left = items.filter((one) => !givesWeight(one, anyway));
  const same = left.filter(({ item }) => item.horizon === horizon);
  return [...(same.length === 0 && anyway ? left : same)].sort((a, b) => (a.item.itemId < b.item.itemId ? -1 : 1));
}

function share(moved: number, takers: readonly ScoredItem[], weights: Map<string, number>, steps: Map<string, ReturnType<typeof stepOf>>): void {
  const parts = apportion(moved, takers.map(({ item }) => item.weightBp));
  const all = takers.reduce((sum, { item }) => sum + item.weightBp, 0);
  takers.forEach(({ item }, index) => {
    const before = weights.get(item.itemId) ?? item.weightBp;
    const after = before + (parts[index] ?? 0);
    weights.set(item.itemId, after);
    steps.set(item.itemId, stepOf('weight', 'weight + moved × own ÷ all', { weight: factor(before), moved: factor(moved), own: factor(item.weightBp), all: factor(all) }, factor(after)));
  });
}

function withWeight(one: ScoredItem, weights: ReadonlyMap<string, number>, steps: ReadonlyMap<string, ReturnType<typeof stepOf>>, anyway: boolean): ScoredItem {
  const effectiveWeightBp = weights.get(one.item.itemId) ?? one.item.weightBp;
  const step = steps.get(one.item.itemId);
  return { ...one, score: { ...one.score, effectiveWeightBp, steps: step ? [...one.score.steps, step] : one.score.steps }, flags: [...one.flags, ...movedFlag(one, anyway)] };
}

function movedFlag(one: ScoredItem, anyway: boolean): ScoreFlag[] {
  if (!givesWeight(one, anyway)) return [];
  return [{ code: scoringErrors.reweighted, itemId: one.item.itemId, needsComment: false, details: { weight: Rational.of(one.item.weightBp, 100).show(), horizon: one.item.horizon } }];
}
