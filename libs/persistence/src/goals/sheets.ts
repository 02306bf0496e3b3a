import type { GoalDifference, GoalFinding, GoalProposal } from '@fairmark/contracts/goals';
import type { GoalState } from '@fairmark/contracts/reviews';
import { sql, type Executor } from '../database/index.js';

/** A state of somebody's goals as somebody put it forward. `items` are all targets that differ from the composed sheet, also those taken over from the state before. */
export interface GoalSheet {
  id: string;
  no: number;
  authorId: string;
  source: GoalState['source'];
  items: GoalProposal['items'];
  personalGoals: GoalProposal['personalGoals'];
  flags: GoalFinding[];
  /** Against the state on top of which it was made. */
  differences: GoalDifference[];
  reason: string | null;
  state: GoalState['state'];
  createdAt: string;
  decidedAt: string | null;
}

const columns = sql`id, no, author_id as "authorId", source, items, personal_goals as "personalGoals", flags, differences, reason, state, created_at as "createdAt", decided_at as "decidedAt"`;

/** All states of one review's goals, oldest first. */
export async function goalSheets(tx: Executor, reviewId: string): Promise<GoalSheet[]> {
  return tx.all(sql<GoalSheet>`select ${columns} from goal_sheets where review_id = ${reviewId} order by no`);
}

/** The state that waits for a decision; at most one does. */
export async function openGoalSheet(tx: Executor, reviewId: string): Promise<GoalSheet | undefined> {
  return tx.one(sql<GoalSheet>`select ${columns} from goal_sheets where review_id = ${reviewId} and state = 'submitted' order by no desc limit 1`);
}

/** The last state that somebody wrote as one of these sources. */
export async function lastGoalSheet(tx: Executor, reviewId: string, sources: readonly GoalState['source'][]): Promise<GoalSheet | undefined> {
  return tx.one(sql<GoalSheet>`select ${columns} from goal_sheets where review_id = ${reviewId} and source = any(${[...sources]}::text[]) order by no desc limit 1`);
}

/** Stores a state that is put forward; one that still waited is superseded by it. */
export async function insertGoalSheet(tx: Executor, reviewId: string, sheet: Pick<GoalSheet, 'authorId' | 'source' | 'items' | 'personalGoals' | 'flags' | 'differences' | 'reason'>, now: string): Promise<GoalSheet> {
  await tx.run(sql`update goal_sheets set state = 'superseded', decided_at = ${now} where review_id = ${reviewId} and state = 'submitted'`);
  const row = await tx.one(sql<GoalSheet>`
    insert into goal_sheets (review_id, no, author_id, source, items, personal_goals, flags, differences, reason, state, created_at)
    select ${reviewId}::uuid, coalesce(max(no), 0) + 1, ${sheet.authorId}::uuid, ${sheet.source}, ${JSON.stringify(sheet.items)}::jsonb, ${JSON.stringify(sheet.personalGoals)}::jsonb,
      ${JSON.stringify(sheet.flags)}::jsonb, ${JSON.stringify(sheet.differences)}::jsonb, ${sheet.reason}, 'submitted', ${now}::timestamptz
    from goal_sheets where review_id = ${reviewId} returning ${columns}`);
  return row as GoalSheet;
}

/** How a state that was put forward ended. */
export async function settleGoalSheet(tx: Executor, id: string, state: GoalState['state'], now: string): Promise<void> {
  await tx.run(sql`update goal_sheets set state = ${state}, decided_at = ${now} where id = ${id}`);
}
