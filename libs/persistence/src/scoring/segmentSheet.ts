import type { ComposedSheet } from '@fairmark/contracts/goals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { DomainError } from '@fairmark/domain/common';
import { applyGoals, composeSheet, goalsOf, itemsOf } from '@fairmark/domain/goals';
import type { Executor } from '../database/index.js';
import { compositionOf } from '../goals/index.js';

/**
 * The sheet of a stretch: composed from what the person operated at its end, with the agreed targets where it has the same items and the same
 * personal goals. The agreed sheet stays where the communities are the same, or the plan has no sheet for the others.
 */
export async function sheetOfSegment(tx: Executor, plan: PlanDocument, employeeId: string, agreed: ComposedSheet, asOf: string, periodStart: string): Promise<ComposedSheet> {
  const composition = await compositionOf(tx, employeeId, asOf, periodStart);
  const codes = composition.communities.map((community) => community.code).sort();
  const agreedCodes = agreed.blocks.filter((block) => block.kind === 'community').map((block) => block.code).sort();
  if (JSON.stringify(codes) === JSON.stringify(agreedCodes)) return agreed;
  try {
    const composed = composeSheet({ plan, ...composition });
    const known = new Set(itemsOf(composed).map((item) => item.itemId));
    const goals = goalsOf(agreed);
    return applyGoals(composed, { ...goals, items: goals.items.filter((item) => known.has(item.itemId)) });
  } catch (error) {
    if (error instanceof DomainError) return agreed;
    throw error;
  }
}
