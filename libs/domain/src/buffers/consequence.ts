import type { ImprovementOutcome } from '@fairmark/contracts/buffers';

/** Rule: when half or more of the company's check-ins were missed, the consequence cannot take effect. */
export function companyKeptItsPart(planned: number, held: number): boolean {
  return planned === 0 || (planned - held) * 2 < planned;
}

/**
 * What becomes of the consequence at the end of an improvement. Rule: success waives it, part of it softens it; otherwise it takes effect, unless the
 * company did not keep its own part.
 */
export function consequenceOf(outcome: ImprovementOutcome, checkIns: { planned: number; held: number }): 'waived' | 'softened' | 'inEffect' {
  if (outcome === 'fulfilled' || !companyKeptItsPart(checkIns.planned, checkIns.held)) return 'waived';
  return outcome === 'partly' ? 'softened' : 'inEffect';
}
