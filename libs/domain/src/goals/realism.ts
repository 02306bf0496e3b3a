import type { RealismBand } from '@fairmark/contracts/goals';
import type { Realism } from '@fairmark/contracts/plans';
import { Rational } from '../scoring/rational.js';

const bp = (value: number): Rational => Rational.of(value, 10_000);
const one = Rational.of(1);

/**
 * The band in which a target is realistic: from the smaller to the larger of baseline and baseline grown with the market, widened
 * on both sides by the tolerance. Rule: a target outside needs a reason and a second approver.
 * @param baseline replaces the indicator's own baseline, for example with the value of the last period
 */
export function realismBand(realism: Realism, baseline = realism.baseline): RealismBand {
  const start = Rational.parse(baseline);
  const grown = start.times(one.plus(bp(realism.marketGrowthBp)));
  const [small, large] = start.compare(grown) <= 0 ? [start, grown] : [grown, start];
  const room = (edge: Rational): Rational => (edge.isNegative() ? Rational.of(0).minus(edge) : edge).times(bp(realism.toleranceBp));
  return { low: small.minus(room(small)).toDecimal(), high: large.plus(room(large)).toDecimal() };
}

/** Whether a target lies inside the band, its ends included. */
export function isRealistic(target: string, band: RealismBand): boolean {
  const value = Rational.parse(target);
  return value.compare(Rational.parse(band.low)) >= 0 && value.compare(Rational.parse(band.high)) <= 0;
}
