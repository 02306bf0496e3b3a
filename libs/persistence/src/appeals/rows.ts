import type { AppealGround, AppealItem, AppealSubject, AppealValue } from '@fairmark/contracts/appeals';
import type { AppealState } from '@fairmark/domain/appeals';
import { sql, type Executor } from '../database/index.js';

/** A contested item as the person filed it: what, why, and in which words. */
export interface FiledItem {
  item: AppealItem;
  value: AppealValue | null;
  ground: AppealGround;
  text: string;
}

/** A row of `appeals`. `engine` is the state of the pure rules. */
export interface AppealRow {
  id: string;
  reviewId: string;
  workflowId: string;
  about: AppealSubject;
  filedBy: string;
  filedAt: string;
  /** Step of the process. */
  step: string;
  items: FiledItem[];
  contestedRatingId: string;
  engine: AppealState;
  payHeld: boolean;
  closedAt: string | null;
}

export interface NewAppeal extends Omit<AppealRow, 'id' | 'closedAt' | 'workflowId' | 'contestedRatingId' | 'step'> {
  id: string;
  workflowId: string;
}

const columns = sql`
  id, review_id as "reviewId", workflow_id as "workflowId", about, filed_by as "filedBy", filed_at as "filedAt", state as step, contested_items as items, contested_rating_id as "contestedRatingId", engine,
  pay_held as "payHeld", closed_at as "closedAt"`;

/** A new case against the rating that counts now. */
export async function insertAppeal(tx: Executor, appeal: NewAppeal): Promise<void> {
  await tx.run(sql`
    insert into appeals (id, review_id, workflow_id, about, filed_by, filed_at, state, contested_items, contested_rating_id, engine, pay_held)
    select ${appeal.id}::uuid, ${appeal.reviewId}::uuid, ${appeal.workflowId}, ${appeal.about}, ${appeal.filedBy}::uuid, ${appeal.filedAt}::timestamptz, 'opening', ${JSON.stringify(appeal.items)}::jsonb, id,
      ${JSON.stringify(appeal.engine)}::jsonb, ${appeal.payHeld}::boolean
    from ratings where review_id = ${appeal.reviewId} order by no desc limit 1`);
}

export async function findAppeal(read: Executor, id: string): Promise<AppealRow | undefined> {
  return read.one(sql<AppealRow>`select ${columns} from appeals where id = ${id}`);
}

/** Appeals of a review, oldest first: at most one against the result and one against the end of its buffer. */
export async function appealsOf(read: Executor, reviewId: string): Promise<AppealRow[]> {
  return read.all(sql<AppealRow>`select ${columns} from appeals where review_id = ${reviewId} order by filed_at, id`);
}

/** Writes where the case stands now. What was decided is repeated in columns of its own, so that it can be read without the rules. */
export async function saveAppeal(tx: Executor, id: string, step: string, engine: AppealState, now: string): Promise<void> {
  const decision = engine.decisions.at(-1);
  const closedAt = engine.phase === 'closed' ? now : null;
  await tx.run(sql`
    update appeals set state = ${step}, level = ${engine.level}, engine = ${JSON.stringify(engine)}::jsonb, outcome = ${engine.closedAs ?? decision?.outcome ?? null},
      decision = ${decision ? JSON.stringify(decision) : null}::jsonb, decided_at = ${decision?.decidedAt ?? null}::timestamptz, closed_at = coalesce(closed_at, ${closedAt}::timestamptz)
    where id = ${id}`);
}
