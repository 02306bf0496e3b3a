import type { ComposedSheet } from '@fairmark/contracts/goals';
import type { MovePlan, PlanMoveChoice, PlanMoveKept, PlanMoveState } from '@fairmark/contracts/planMoves';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { sql, type Executor } from '../database/index.js';

/** A move as one review carries it out. */
export interface PlanMoveRow {
  id: string;
  cycleId: string;
  planVersionId: string;
  versionNo: number;
  plan: PlanDocument;
  choice: PlanMoveChoice;
  reason: string;
  actorId: string;
  confirmedBy: string | null;
}

/** The part of one review in a move: how far it is, the step in which it was carried out, and what the review had before. */
export interface PlanMoveItemRow {
  state: PlanMoveState;
  step: string | null;
  fromVersionId: string | null;
  fromSheet: ComposedSheet | null;
}

const moveColumns = sql`m.id, m.cycle_id as "cycleId", m.plan_version_id as "planVersionId", v.no as "versionNo", v.document as plan, m.choice, m.reason, m.actor_id as "actorId", m.confirmed_by as "confirmedBy"`;
const itemColumns = sql`i.state, i.step, i.from_version_id as "fromVersionId", i.from_sheet as "fromSheet"`;

/** Writes down a move with every review that it names; each carries out its own part. Answers its id. */
export async function storePlanMove(tx: Executor, { planVersionId, choice, target, reason }: MovePlan, by: { cycleId: string; actorId: string; confirmedBy: string | null; at: string }, reviewIds: readonly string[]): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into plan_moves (cycle_id, plan_version_id, choice, target, reason, actor_id, confirmed_by, at)
    values (${by.cycleId}, ${planVersionId}, ${choice}, ${JSON.stringify(target)}::jsonb, ${reason}, ${by.actorId}, ${by.confirmedBy}::uuid, ${by.at}) returning id`);
  const { id } = row as { id: string };
  await tx.run(sql`insert into plan_move_items (move_id, review_id) select ${id}::uuid, r from unnest(${[...reviewIds]}::uuid[]) r`);
  return id;
}

/** A move with what it says of one review; undefined when it does not name the review. */
export async function planMoveOf(tx: Executor, moveId: string, reviewId: string): Promise<(PlanMoveRow & { item: PlanMoveItemRow }) | undefined> {
  const row = await tx.one(sql<PlanMoveRow & PlanMoveItemRow>`
    select ${moveColumns}, ${itemColumns} from plan_moves m join plan_versions v on v.id = m.plan_version_id join plan_move_items i on i.move_id = m.id where m.id = ${moveId} and i.review_id = ${reviewId}`);
  return row ? withItem(row) : undefined;
}

/** The move that a review carries out when its next step opens; at most one waits. */
export async function waitingPlanMove(tx: Executor, reviewId: string): Promise<PlanMoveRow | undefined> {
  return tx.one(sql<PlanMoveRow>`
    select ${moveColumns} from plan_move_items i join plan_moves m on m.id = i.move_id join plan_versions v on v.id = m.plan_version_id where i.review_id = ${reviewId} and i.state = 'waiting'`);
}

/** What became of one review in a move. `why` belongs to `skipped` alone. */
export interface Settled extends Partial<Pick<PlanMoveItemRow, 'step' | 'fromVersionId' | 'fromSheet'>> {
  state: PlanMoveState;
  why?: PlanMoveKept;
}

export async function settlePlanMove(tx: Executor, moveId: string, reviewId: string, { state, why, step, fromVersionId, fromSheet }: Settled, at: string): Promise<void> {
  await tx.run(sql`
    update plan_move_items set state = ${state}, why = ${why ?? null}, step = coalesce(${step ?? null}, step), from_version_id = coalesce(${fromVersionId ?? null}::uuid, from_version_id),
      from_sheet = coalesce(${fromSheet ? JSON.stringify(fromSheet) : null}::jsonb, from_sheet), at = ${at} where move_id = ${moveId} and review_id = ${reviewId}`);
}

/** A later decision takes the place of one that still waits for the next step. */
export async function replaceWaiting(tx: Executor, reviewId: string, at: string): Promise<void> {
  await tx.run(sql`update plan_move_items set state = 'skipped', why = 'replaced', at = ${at} where review_id = ${reviewId} and state = 'waiting'`);
}

/** The review runs under this version from now on, with this sheet when one is given. */
export async function setPlanVersion(tx: Executor, reviewId: string, planVersionId: string, sheet: ComposedSheet | null): Promise<void> {
  await tx.run(sql`update reviews set plan_version_id = ${planVersionId}, sheet = coalesce(${sheet ? JSON.stringify(sheet) : null}::jsonb, sheet) where id = ${reviewId}`);
}

/** Reviews for which a move can still be taken back: those that were not told yet or wait, and those that began their step again and still stand in it. */
export async function revertable(tx: Executor, moveId: string): Promise<{ reviewId: string; workflowId: string }[]> {
  return tx.all(sql<{ reviewId: string; workflowId: string }>`
    select r.id as "reviewId", r.workflow_id as "workflowId" from plan_move_items i join plan_moves m on m.id = i.move_id join reviews r on r.id = i.review_id
    where m.id = ${moveId} and r.state = 'open' and (i.state in ('pending', 'waiting') or (i.state = 'applied' and m.choice = 'restart' and i.step = r.step and r.plan_version_id = m.plan_version_id)) order by r.id`);
}

/** Keeps who took a move back first, and why; for the rest of the people somebody else may do it later. */
export async function markReverted(tx: Executor, moveId: string, by: { actorId: string; reason: string; at: string }): Promise<void> {
  await tx.run(sql`update plan_moves set reverted_by = ${by.actorId}, reverted_at = ${by.at}, revert_reason = ${by.reason} where id = ${moveId} and reverted_at is null`);
}

function withItem({ state, step, fromVersionId, fromSheet, ...move }: PlanMoveRow & PlanMoveItemRow): PlanMoveRow & { item: PlanMoveItemRow } {
  return { ...move, item: { state, step, fromVersionId, fromSheet } };
}
