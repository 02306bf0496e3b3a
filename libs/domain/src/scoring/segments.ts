import { scoringErrors } from '@fairmark/contracts/errors';
import type { Band } from '@fairmark/contracts/plans';
import { DomainError } from '../common/index.js';
import { apportion } from './apportion.js';
import { bandOf } from './bands.js';
import { weighted, type Total } from './total.js';

/** A scored stretch of the period after a transfer. */
export interface SegmentTotal {
  /** Calendar days of the stretch. */
  days: number;
  totalCenti: number;
}

/**
 * The total of somebody who moved: totals of the segments weighted by days (rules §11), in basis points by largest remainder, the earlier
 * segment first, rounded half up once.
 * @throws DomainError `SCORING.NO_DAYS` when the segments have no days
 */
export function joinSegments(segments: readonly SegmentTotal[], bands: readonly Band[]): Total & { band: string } {
  if (segments.every(({ days }) => days === 0)) throw new DomainError(scoringErrors.noDays, {});
  const weights = apportion(10_000, segments.map(({ days }) => days));
  const total = weighted(segments.map(({ totalCenti }, index) => ({ centi: totalCenti, bp: weights[index] ?? 0 })));
  return { ...total, band: bandOf(bands, total.centi) };
}
