import type { PlanMoveItem, PlanMoveItems, PlanMoveView } from '@fairmark/contracts/planMoves';
import { sql, type Executor } from '../database/index.js';
import { personOf } from '../process/inbox/fragments.js';
import type { MovingReview } from './outlook.js';

/** Moves of a cycle with how far each is, newest first. */
export async function planMoves(read: Executor, cycleId: string): Promise<PlanMoveView[]> {
  return read.all(sql<PlanMoveView>`
    select m.id, jsonb_build_object('id', v.id, 'no', v.no) as version, m.choice, m.target, m.reason, ${personOf('m.actor_id')} as actor, ${personOf('m.confirmed_by')} as "confirmedBy", m.at,
      case when m.reverted_at is not null then jsonb_build_object('actor', ${personOf('m.reverted_by')}, 'at', m.reverted_at, 'reason', m.revert_reason) end as reverted,
      (select jsonb_object_agg(s, (select count(*) from plan_move_items i where i.move_id = m.id and i.state = s)) from unnest(array['pending', 'waiting', 'applied', 'stayed', 'skipped', 'reverted']) s) as counts
    from plan_moves m join plan_versions v on v.id = m.plan_version_id where m.cycle_id = ${cycleId} order by m.at desc, m.id desc`);
}

/** The result for each review of a move: what did not work out first. Nobody reads about their own case here. */
export async function planMoveItems(read: Executor, cycleId: string, moveId: string, readerId: string, page: { limit: number; offset: number }): Promise<PlanMoveItems> {
  const from = sql`from plan_moves m join plan_move_items i on i.move_id = m.id join reviews r on r.id = i.review_id where m.id = ${moveId} and m.cycle_id = ${cycleId} and r.employee_id <> ${readerId}`;
  const items = await read.all(sql<PlanMoveItem>`
    select r.id as "reviewId", ${personOf('r.employee_id')} as person, i.step, i.state, i.why, i.at ${from}
    order by (i.state = 'skipped') desc, r.id limit ${page.limit} offset ${page.offset}`);
  const total = await read.one(sql<{ count: number }>`select count(*)::integer as count ${from}`);
  return { items, total: total?.count ?? 0 };
}

/** Reviews as a preview looks at them. */
export async function movingReviews(read: Executor, reviewIds: readonly string[]): Promise<(MovingReview & { person: PlanMoveItem['person'] })[]> {
  return read.all(sql<MovingReview & { person: PlanMoveItem['person'] }>`
    select r.id, r.state, r.step, r.plan_version_id as "planVersionId", r.period_start as "periodStart", r.position_code as "positionCode", r.sheet, ${personOf('r.employee_id')} as person
    from reviews r where r.id = any(${[...reviewIds]}::uuid[]) order by r.id`);
}
