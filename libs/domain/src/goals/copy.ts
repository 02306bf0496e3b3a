import type { ComposedSheet, GoalProposal, PersonalGoal } from '@fairmark/contracts/goals';
import { goalsOf, itemsOf } from './apply.js';
import { checkGoals, type Period } from './check.js';
import { PERSONAL_GOALS_MAX_BP } from './constants.js';

/**
 * Goals of the last cycle as a start for the new one: targets of the items that both sheets have and that may be proposed without a reason, and as many
 * personal goals as the new sheet has room for, due at the end of the new period.
 */
export function copyGoals(former: ComposedSheet, sheet: ComposedSheet, period: Period): GoalProposal {
  const goals = goalsOf(former);
  const targets = new Map(itemsOf(sheet).map((item) => [item.itemId, item.target]));
  const items = goals.items.filter((item) => targets.has(item.itemId) && targets.get(item.itemId) !== item.target && isFree(sheet, item, period));
  return { items, personalGoals: fitting(goals.personalGoals, sheet, period) };
}

function isFree(sheet: ComposedSheet, item: GoalProposal['items'][number], period: Period): boolean {
  const { refusals, flags } = checkGoals(sheet, { items: [item], personalGoals: [] }, period);
  return refusals.length === 0 && flags.length === 0;
}

function fitting(goals: readonly PersonalGoal[], { personalRules }: ComposedSheet, period: Period): PersonalGoal[] {
  let leftBp = Math.min(personalRules.goalsMaxBp, PERSONAL_GOALS_MAX_BP);
  const taken: PersonalGoal[] = [];
  for (const goal of goals) {
    if (taken.length >= personalRules.goalsMaxCount || goal.weightBp > leftBp) continue;
    leftBp -= goal.weightBp;
    taken.push({ ...goal, dueOn: period.end });
  }
  return taken;
}
