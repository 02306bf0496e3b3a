import type { PlanDocument } from '@fairmark/contracts/plans';
import { bufferFor, type FinalResult } from './start.js';

/** Where the consequence of a low result stands, as far as pay is concerned. */
export type ImprovementState = 'pending' | 'waived' | 'softened' | 'inEffect';

/**
 * Where a result stands in its improvement buffer; null for one that has none. A low result is pending before its buffer opens too, so that nobody is paid less
 * first; and an outcome counts once nobody can contest it any more.
 * @param result with whether a quota alone made the band low
 * @param buffer the improvement buffer, once it was opened; `effectiveAt` is when its outcome became final
 */
export function improvementState(
  plan: Pick<PlanDocument, 'buffer'>, result: FinalResult & { readonly noConsequence: boolean }, buffer: { readonly consequence: ImprovementState; readonly effectiveAt: string | null } | null,
): ImprovementState | null {
  if (buffer) return buffer.effectiveAt === null ? 'pending' : buffer.consequence;
  return !result.noConsequence && bufferFor(plan, result) === 'improvement' ? 'pending' : null;
}
