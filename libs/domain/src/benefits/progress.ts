import type { BenefitKind, BenefitState } from '@fairmark/contracts/benefits';
import { Decimal } from 'decimal.js';

/** What is known about a promised effect. Values are exact decimals as text; dates are local dates. */
export interface BenefitFacts {
  kind: BenefitKind;
  change: string;
  baseline: string | null;
  latest: string | null;
  promisedOn: string;
  today: string;
}

/** How far a benefit has come. Relative to a start of zero nothing can be said. The day of the promise still counts. */
export function benefitProgress({ kind, change, baseline, latest, promisedOn, today }: BenefitFacts): { achieved: string | null; state: BenefitState } {
  const achieved = achievedChange(kind, baseline, latest);
  const late = today > promisedOn;
  if (achieved === null) return { achieved: null, state: late ? 'overdue' : 'noData' };
  const expected = new Decimal(change);
  const reached = expected.isNegative() ? achieved.lte(expected) : achieved.gte(expected);
  return { achieved: achieved.toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toString(), state: reached ? 'reached' : late ? 'overdue' : 'underWay' };
}

function achievedChange(kind: BenefitKind, baseline: string | null, latest: string | null): Decimal | null {
  if (baseline === null || latest === null) return null;
  const difference = new Decimal(latest).minus(baseline);
  if (kind === 'points') return difference;
  return new Decimal(baseline).isZero() ? null : difference.div(new Decimal(baseline).abs());
}
