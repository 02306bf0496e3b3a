import type { ComposedItem, ComposedSheet, GoalProposal } from '@fairmark/contracts/goals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import type { PlanMoveKept } from '@fairmark/contracts/planMoves';
import { DomainError } from '../common/index.js';
import { WHOLE_BP } from '../goals/constants.js';
import { applyGoals, composeSheet, goalsOf, itemsOf, type ComposeInput, type OperatedCommunity } from '../goals/index.js';
import { apportion } from '../scoring/apportion.js';

/** What a sheet was composed of: the communities of its blocks as they are described today, and the position. */
export interface Composition {
  communities: readonly Omit<OperatedCommunity, 'shareBp'>[];
  position: ComposeInput['position'];
}

/** A person's sheet under another version, or why there is none. */
export type Recomposed = { sheet: ComposedSheet } | { kept: Extract<PlanMoveKept, 'noSheet' | 'personalGoals'> };

/**
 * The same person's sheet under another plan version: the same communities in the same proportion, items and weights of the new version, the targets that were agreed where
 * the item still is negotiable and measured in the same unit, and all personal goals. Weights sum to exactly 10,000 bp.
 */
export function recompose(plan: PlanDocument, sheet: ComposedSheet, { communities, position }: Composition): Recomposed {
  const blocks = sheet.blocks.filter((block) => block.kind === 'community');
  const shares = apportion(WHOLE_BP, blocks.map((block) => block.weightBp));
  const known = new Map(communities.map((one) => [one.code, one]));
  const operated = blocks.flatMap((block, index) => {
    const community = known.get(block.code);
    return community ? [{ ...community, shareBp: shares[index] ?? 0 }] : [];
  });
  if (operated.length < blocks.length) return { kept: 'noSheet' };
  const fresh = composed({ plan, communities: operated, position });
  if (!fresh) return { kept: 'noSheet' };
  const goals = carriedGoals(sheet, fresh);
  return goals ? { sheet: applyGoals(fresh, goals) } : { kept: 'personalGoals' };
}

function composed(input: ComposeInput): ComposedSheet | undefined {
  try {
    return composeSheet(input);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** Goals that go along; undefined when the new version has less room for the personal ones than was agreed. */
function carriedGoals(from: ComposedSheet, to: ComposedSheet): GoalProposal | undefined {
  const [old, young] = [byId(from), byId(to)];
  const { items, personalGoals } = goalsOf(from);
  const weightBp = personalGoals.reduce((sum, goal) => sum + goal.weightBp, 0);
  if (weightBp > to.personalRules.goalsMaxBp || personalGoals.length > to.personalRules.goalsMaxCount) return undefined;
  return { items: items.filter(({ itemId }) => young.get(itemId)?.targetEditable === true && unitOf(old.get(itemId)) === unitOf(young.get(itemId))), personalGoals };
}

const byId = (sheet: ComposedSheet): Map<string, ComposedItem> => new Map(itemsOf(sheet).map((item) => [item.itemId, item]));
const unitOf = (item: ComposedItem | undefined): string => JSON.stringify(item?.indicator?.unit ?? null);
