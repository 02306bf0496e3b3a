import type { ComparedEffect, ExpectedEffect } from '@fairmark/contracts/pdca';
import type { Reading } from '@fairmark/contracts/rollouts';
import { Decimal } from 'decimal.js';

/**
 * Holds the measured change against the expected one. A missing value or a sample below `minSample` says nothing. Half the expected change or more is `partly`, less in the right direction
 * `notReached`; an expectation of no change is reached exactly when nothing changed.
 */
export function compareEffect(expected: ExpectedEffect, baseline: Reading, measured: Reading, minSample: number): ComparedEffect {
  const enough = baseline.value !== null && measured.value !== null && baseline.sampleSize >= minSample && measured.sampleSize >= minSample;
  if (!enough) return { baseline, measured, change: null, outcome: 'notEnoughData' };
  const change = new Decimal(measured.value as string).minus(baseline.value as string);
  return { baseline, measured, change: change.toString(), outcome: outcomeOf(new Decimal(expected.change), change) };
}

function outcomeOf(expected: Decimal, change: Decimal): ComparedEffect['outcome'] {
  if (expected.isZero()) return change.isZero() ? 'reached' : 'notReached';
  const share = change.div(expected);
  if (share.gte(1)) return 'reached';
  if (share.lt(0)) return 'opposite';
  return share.gte('0.5') ? 'partly' : 'notReached';
}
