import type { GoalState } from '@fairmark/contracts/reviews';
import { applyGoals } from '@fairmark/domain/goals';
import type { Transition } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';
import { settleGoalSheet, type GoalSheet } from '@fairmark/persistence/goals';
import type { ProcessContext } from '../processes/index.js';
import { leadingTo } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';
import { enterPeriod } from './enter.js';
import { figuresOf, sheetOf } from './forward.js';

/** How goals came to stand: both agreed, the next-level manager decided, or the manager's draft met no objection in time. */
export type GoalsOutcome = 'agreed' | 'decided' | 'drafted';

const stateOf: Record<GoalsOutcome, GoalState['state']> = { agreed: 'agreed', decided: 'decided', drafted: 'notObjected' };

/** Freezes the sheet with its goals and begins the period. */
export async function freeze(context: ProcessContext, review: Review, goals: GoalSheet, outcome: GoalsOutcome, transition: Transition): Promise<Transition> {
  const { tx, now } = context;
  const sheet = applyGoals(sheetOf(review), goals);
  await settleGoalSheet(tx, goals.id, stateOf[outcome], now);
  await tx.run(sql`update reviews set sheet = ${JSON.stringify(sheet)}::jsonb, goals_outcome = ${outcome} where id = ${review.id}`);
  const frozen = { action: 'goals.frozen', object: review.id, after: { outcome, ...figuresOf(goals) } };
  return leadingTo({ ...transition, audit: [...transition.audit, frozen] }, await enterPeriod(context, { ...review, sheet, goalsOutcome: outcome }));
}
