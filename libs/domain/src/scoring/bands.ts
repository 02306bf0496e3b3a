import { scoringErrors } from '@fairmark/contracts/errors';
import type { Band } from '@fairmark/contracts/plans';
import { DomainError } from '../common/index.js';

/**
 * The band of a shown total: [lower, upper), so a total on an edge is in the band above it.
 * @throws DomainError `SCORING.NO_BAND` when every band begins above the total
 */
export function bandOf(bands: readonly Band[], totalCenti: number): string {
  const reached = bands.filter((band) => band.lowerCenti <= totalCenti);
  const best = reached.reduce<Band | undefined>((top, band) => (top && top.lowerCenti >= band.lowerCenti ? top : band), undefined);
  if (!best) throw new DomainError(scoringErrors.noBand, { totalCenti });
  return best.code;
}
