import type { PlanDocument } from '@fairmark/contracts/plans';

export interface FinalResult {
  /** The cycle is a shadow cycle for this person. */
  readonly shadow: boolean;
  readonly band: string | null;
  readonly totalCenti: number | null;
}

/**
 * Which buffer period a final result opens. Rule: a shadow result never starts an improvement buffer; an improvement applies to the bands that
 * the plan lists and only with a total under its absolute threshold, so that a band which only a quota made low has no consequence.
 */
export function bufferFor(plan: Pick<PlanDocument, 'buffer'>, { shadow, band, totalCenti }: FinalResult): 'shadow' | 'improvement' | null {
  if (shadow) return 'shadow';
  if (band === null || totalCenti === null) return null;
  const { bands, belowTotalCenti } = plan.buffer.improvement;
  return bands.includes(band) && totalCenti < belowTotalCenti ? 'improvement' : null;
}
