import type { ComposedItem, GoalProposal, PersonalGoal } from '@fairmark/contracts/goals';
import type { GoalState, ReviewView } from '@fairmark/contracts/reviews';

/** Items of the sheet whose target people may negotiate. */
export function editableItems(review: ReviewView): ComposedItem[] {
  return (review.sheet?.blocks ?? []).flatMap((block) => block.items).filter((item) => item.targetEditable && item.target !== null);
}

/** The latest state of the goals. */
export function latestGoals(review: ReviewView): GoalState | undefined {
  return review.goals.reduce<GoalState | undefined>((latest, goals) => (!latest || goals.no > latest.no ? goals : latest), undefined);
}

/** Goals as the form starts: what was put forward last, else the targets of the sheet. */
export function startValues(review: ReviewView): GoalProposal {
  const latest = latestGoals(review);
  const items = editableItems(review).map((item) => latest?.items.find((one) => one.itemId === item.itemId) ?? { itemId: item.itemId, target: item.target ?? '0' });
  return { items, personalGoals: latest?.personalGoals ?? [] };
}

const outside = (target: string, item: ComposedItem): boolean =>
  item.realismBand !== null && target !== '' && (Number(target) < Number(item.realismBand.low) || Number(target) > Number(item.realismBand.high));

/** Whether a typed target needs a reason. A hint while typing only: the decision computes exactly. */
export function needsReason(item: ComposedItem, target: string | undefined): boolean {
  return target !== undefined && outside(target, item);
}

/** A free number for a new personal goal. */
export function newPersonalGoal(goals: readonly PersonalGoal[], dueOn: string): Partial<PersonalGoal> {
  const taken = new Set(goals.map((goal) => goal?.goalId));
  const free = Array.from({ length: 99 }, (_, index) => `g${index + 1}`).find((id) => !taken.has(id)) ?? 'g1';
  return { goalId: free, kind: 'goal', dueOn, weightBp: 500 };
}

/** The form's values as the API takes them: empty optional fields are left out. */
export function cleaned(values: GoalProposal): GoalProposal {
  const filled = <T extends object>(entry: T): T => Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined && value !== null && value !== '')) as T;
  return { items: (values.items ?? []).map(filled), personalGoals: (values.personalGoals ?? []).map(filled) };
}
