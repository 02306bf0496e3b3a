import { goalsErrors } from '@fairmark/contracts/errors';
import type { ComposedSheet, GoalProposal } from '@fairmark/contracts/goals';
import type { GoalState } from '@fairmark/contracts/reviews';
import { applyGoals, checkGoals, differencesOf, mergeGoals } from '@fairmark/domain/goals';
import { insertGoalSheet, type GoalSheet } from '@fairmark/persistence/goals';
import { dropDraft } from '@fairmark/persistence/reviews';
import { refuse, type DecisionContext } from '../processes/index.js';
import type { Review } from '../reviews/review.js';

/** The frozen part of a sheet: every review that goals are set for has one. */
export function sheetOf(review: Review): ComposedSheet {
  if (!review.sheet) throw new Error(`Review ${review.id} has no sheet`);
  return review.sheet;
}

export interface Forward {
  source: GoalState['source'];
  /** State on top of which the proposal is made; items that it leaves out keep their targets. */
  on: GoalProposal;
  proposal: GoalProposal;
  reason: string | null;
}

/** Checks goals and stores them as put forward. Refuses with the first finding; `details.findings` hold all of them. */
export async function putForward({ tx, now, actorId, visit }: DecisionContext, review: Review, { source, on, proposal, reason }: Forward): Promise<GoalSheet> {
  const goals = mergeGoals(on, proposal);
  const sheet = sheetOf(review);
  const { refusals, flags } = checkGoals(sheet, goals, { start: review.periodStart, end: review.periodEnd });
  const [first] = refusals;
  if (first) refuse(first.code, { ...first.details, itemId: first.itemId, findings: refusals });
  if (visit.id) await dropDraft(tx, actorId, `visit/${visit.id}`);
  const differences = differencesOf(applyGoals(sheet, on), applyGoals(sheet, goals));
  return insertGoalSheet(tx, review.id, { authorId: actorId, source, ...goals, flags, differences, reason }, now);
}

/** An edit or a change that changes nothing would only cost a confirmation. */
export function mustDiffer(review: Review, before: GoalProposal, proposal: GoalProposal): void {
  const sheet = sheetOf(review);
  const differences = differencesOf(applyGoals(sheet, before), applyGoals(sheet, mergeGoals(before, proposal)));
  if (differences.length === 0) refuse(goalsErrors.nothingChanged);
}

/** What an audit line may hold of goals: figures and ids, no words of the employee. */
export function figuresOf({ no, source, items, personalGoals, flags }: GoalSheet): Record<string, unknown> {
  return {
    no, source, targets: Object.fromEntries(items.map((item) => [item.itemId, item.target])),
    personalGoals: Object.fromEntries(personalGoals.map((goal) => [goal.goalId, goal.weightBp])), flags: flags.map((flag) => flag.itemId),
  };
}
