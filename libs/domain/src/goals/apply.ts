import type { ComposedBlock, ComposedItem, ComposedSheet, GoalProposal, PersonalGoal } from '@fairmark/contracts/goals';
import { apportion } from '../scoring/apportion.js';
import { WHOLE_BP } from './constants.js';
import { goalItem } from './sheet-items.js';

/** The state of goals before anybody proposed: the targets of the sheet, no personal goal. */
export const NO_GOALS: GoalProposal = { items: [], personalGoals: [] };

/** What is put forward on top of a state: items left out keep the target they have, personal goals are replaced as a whole. */
export function mergeGoals(state: GoalProposal, proposal: GoalProposal): GoalProposal {
  const changed = new Set(proposal.items.map((item) => item.itemId));
  return { items: [...state.items.filter((item) => !changed.has(item.itemId)), ...proposal.items], personalGoals: proposal.personalGoals };
}

/** The sheet as it is scored with these goals. Weights still sum to exactly 10,000 bp. Goals must have passed `checkGoals`. */
export function applyGoals(sheet: ComposedSheet, goals: GoalProposal): ComposedSheet {
  const targets = new Map(goals.items.map((item) => [item.itemId, item.target]));
  const retarget = (item: ComposedItem): ComposedItem => ({ ...item, target: targets.get(item.itemId) ?? item.target });
  const blocks = sheet.blocks.map((block) => (block.kind === 'personal' ? block : { ...block, items: block.items.map(retarget) }));
  return { ...sheet, blocks: withPersonalGoals(blocks, sheet.personalRules, goals.personalGoals) };
}

/** Personal goals take their weight from growth and collaboration; a block without those grows at the cost of the other blocks. */
function withPersonalGoals(blocks: readonly ComposedBlock[], rules: ComposedSheet['personalRules'], goals: readonly PersonalGoal[]): ComposedBlock[] {
  const goalsBp = goals.reduce((sum, goal) => sum + goal.weightBp, 0);
  const own = goals.map((goal) => goalItem(goal, rules.goalAnchors));
  const personal = blocks.find((block) => block.kind === 'personal');
  const standing = personal?.items.filter((item) => item.kind !== 'personalGoal') ?? [];
  const weightBp = standing.length > 0 ? (personal?.weightBp ?? 0) : goalsBp;
  const rest = apportion(weightBp - goalsBp, standing.map((item) => (item.kind === 'growth' ? rules.growthBp : rules.collaborationBp)));
  const items = [...standing.map((item, index) => ({ ...item, weightBp: rest[index] ?? 0 })), ...own];
  const others = blocks.filter((block) => block.kind !== 'personal');
  const resized = weightBp === personal?.weightBp ? others : resize(others, WHOLE_BP - weightBp);
  return personal ? [...resized, { ...personal, weightBp, items }] : resized;
}

function resize(blocks: readonly ComposedBlock[], totalBp: number): ComposedBlock[] {
  const weights = apportion(totalBp, blocks.map((block) => block.weightBp));
  return blocks.map((block, index) => {
    const weightBp = weights[index] ?? 0;
    const parts = apportion(weightBp, block.items.map((item) => item.weightBp));
    return { ...block, weightBp, items: block.items.map((item, at) => ({ ...item, weightBp: parts[at] ?? 0 })) };
  });
}

/** All items of a sheet. */
export const itemsOf = (sheet: ComposedSheet): ComposedItem[] => sheet.blocks.flatMap((block) => block.items);

/** The goals that a sheet already contains, as somebody would propose them again. */
export function goalsOf(sheet: ComposedSheet): GoalProposal {
  const items = itemsOf(sheet);
  return {
    items: items.flatMap((item) => (item.targetEditable && item.target !== null ? [{ itemId: item.itemId, target: item.target }] : [])),
    personalGoals: items.flatMap((item) => item.goal ?? []),
  };
}
