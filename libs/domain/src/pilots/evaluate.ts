import type { EffectVerdict, EstimatedDifference, MeasureEvaluation, PilotSettings } from '@fairmark/contracts/pilots';
import type { MeasureKey } from '@fairmark/contracts/rollouts';
import type { Decimal } from 'decimal.js';
import { differenceOfMeans, Exact, excludesZero, mean, text } from './difference.js';
import { verdictWords } from './words.js';

/** Values of one community, oldest first: exact decimals as text, one for each period; null where a period has none. */
export interface Panel {
  before: readonly (string | null)[];
  after: readonly (string | null)[];
}

/** What is known about one measure. `better`: the direction that is wanted; null when neither is. */
export interface MeasureData {
  key: MeasureKey;
  better: 'up' | 'down' | null;
  pilot: readonly Panel[];
  comparison: readonly Panel[];
}

type Limits = Pick<PilotSettings, 'minSample' | 'minPrePeriods'>;

const known = (values: readonly (string | null)[]): Decimal[] => values.flatMap((value) => (value === null ? [] : [new Exact(value)]));

/** Change of each community from the mean before to the mean after; who has no value on one side is left out. */
const changes = (panels: readonly Panel[]): Decimal[] =>
  panels.flatMap(({ before, after }) => {
    const [earlier, later] = [known(before), known(after)];
    return earlier.length > 0 && later.length > 0 ? [mean(later).minus(mean(earlier))] : [];
  });

/** Slope of each community over the periods before, by least squares; who has fewer values than needed is left out. */
const slopes = (panels: readonly Panel[], minPrePeriods: number): Decimal[] =>
  panels.flatMap(({ before }) => {
    const points = before.flatMap((value, index) => (value === null ? [] : [{ x: new Exact(index), y: new Exact(value) }]));
    if (points.length < minPrePeriods) return [];
    const [middleX, middleY] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
    const sum = (term: (point: (typeof points)[number]) => Decimal) => points.reduce((all, point) => all.plus(term(point)), new Exact(0));
    return [sum(({ x, y }) => x.minus(middleX).times(y.minus(middleY))).div(sum(({ x }) => x.minus(middleX).pow(2)))];
  });

/**
 * Difference in differences of one measure: how much more the pilot communities changed than the comparison communities. One community is one sample, however many periods it has, so that neighbouring periods
 * do not feign precision. The verdict speaks only when both groups are large enough, and the trends before the pilot can be compared.
 */
export function evaluateMeasure({ key, better, pilot, comparison }: MeasureData, { minSample, minPrePeriods }: Limits): MeasureEvaluation {
  const [mine, theirs] = [changes(pilot), changes(comparison)];
  const [mySlopes, theirSlopes] = [slopes(pilot, minPrePeriods), slopes(comparison, minPrePeriods)];
  const least = Math.max(2, minSample);
  const enough = [mine, theirs, mySlopes, theirSlopes].every(({ length }) => length >= least);
  const effect = enough ? differenceOfMeans(mine, theirs) : null;
  const trend = enough ? differenceOfMeans(mySlopes, theirSlopes) : null;
  const verdict = verdictOf(effect, trend);
  const favourable = verdict === 'effect' && effect && better ? new Exact(effect.difference).gt(0) === (better === 'up') : null;
  const figures = { pilotChange: mine.length ? text(mean(mine)) : null, comparisonChange: theirs.length ? text(mean(theirs)) : null, pilotSample: mine.length, comparisonSample: theirs.length };
  return { key, verdict, ...figures, effect, trend, favourable, words: verdictWords(verdict, { ...figures, effect, minSample: least }) };
}

function verdictOf(effect: EstimatedDifference | null, trend: EstimatedDifference | null): EffectVerdict {
  if (!effect || !trend) return 'notEnoughData';
  if (excludesZero(trend)) return 'trendBroken';
  return excludesZero(effect) ? 'effect' : 'noEffect';
}
