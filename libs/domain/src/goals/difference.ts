import type { ComposedSheet, GoalDifference, PersonalGoal } from '@fairmark/contracts/goals';
import { Rational } from '../scoring/rational.js';
import { itemsOf } from './apply.js';

/** What changed from one state of somebody's goals to another, item by item. Old and new stay visible at scoring. */
export function differencesOf(before: ComposedSheet, after: ComposedSheet): GoalDifference[] {
  return [...targetDifferences(before, after), ...personalDifferences(personalOf(before), personalOf(after))];
}

const sameTarget = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : Rational.parse(a).compare(Rational.parse(b)) === 0);

function targetDifferences(before: ComposedSheet, after: ComposedSheet): GoalDifference[] {
  const old = new Map(itemsOf(before).map((item) => [item.itemId, item.target]));
  return itemsOf(after).flatMap((item) => {
    const from = old.get(item.itemId) ?? null;
    return item.kind !== 'indicator' || sameTarget(from, item.target) ? [] : [{ kind: 'target' as const, itemId: item.itemId, from, to: item.target }];
  });
}

const personalOf = (sheet: ComposedSheet): Map<string, PersonalGoal> => new Map(itemsOf(sheet).flatMap((item) => (item.goal ? [[item.goal.goalId, item.goal] as const] : [])));

function personalDifferences(before: ReadonlyMap<string, PersonalGoal>, after: ReadonlyMap<string, PersonalGoal>): GoalDifference[] {
  const removed = [...before.values()].filter((goal) => !after.has(goal.goalId)).map((goal) => ({ kind: 'goalRemoved' as const, goalId: goal.goalId, before: goal }));
  const others = [...after.values()].flatMap((goal): GoalDifference[] => {
    const old = before.get(goal.goalId);
    if (!old) return [{ kind: 'goalAdded', goalId: goal.goalId, after: goal }];
    const fields = changedFields(old, goal);
    return fields.length === 0 ? [] : [{ kind: 'goalChanged', goalId: goal.goalId, before: old, after: goal, fields }];
  });
  return [...removed, ...others];
}

function changedFields(before: PersonalGoal, after: PersonalGoal): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof PersonalGoal)[];
  return keys.filter((key) => before[key] !== after[key]).sort();
}
