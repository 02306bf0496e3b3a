import type { CycleTarget, DeadlineMoveItem, DeadlineMoveItems, DeadlineMoveView, DeadlineWish } from '@fairmark/contracts/cycles';
import { sql, type Executor } from '../database/index.js';
import { about, personOf } from '../process/inbox/fragments.js';
import type { Moved } from './move.js';

export interface NewDeadlineMove {
  cycleId: string;
  step: string | null;
  target: CycleTarget;
  wish: DeadlineWish;
  reason: string;
  actorId: string;
  confirmedBy: string | null;
  at: string;
}

/** A move of many deadlines as each process carries out its part. */
export type DeadlineMoveRow = Pick<NewDeadlineMove, 'cycleId' | 'wish' | 'reason' | 'actorId' | 'confirmedBy'> & { id: string };

/** Writes down a move with every deadline that it names; the processes carry it out one by one. Answers its id. */
export async function storeDeadlineMove(tx: Executor, move: NewDeadlineMove, visitIds: readonly string[]): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into deadline_moves (cycle_id, step, target, wish, reason, actor_id, confirmed_by, at)
    values (${move.cycleId}, ${move.step}, ${JSON.stringify(move.target)}, ${JSON.stringify(move.wish)}, ${move.reason}, ${move.actorId}, ${move.confirmedBy}::uuid, ${move.at}) returning id`);
  const { id } = row as { id: string };
  await tx.run(sql`insert into deadline_move_items (move_id, visit_id, workflow_id) select ${id}, v.id, v.workflow_id from visits v where v.id = any(${[...visitIds]}::uuid[])`);
  return id;
}

/** A move with the deadlines of one process that still wait for it. */
export async function pendingMove(tx: Executor, moveId: string, workflowId: string): Promise<{ move: DeadlineMoveRow; visitIds: string[] } | undefined> {
  const move = await tx.one(sql<DeadlineMoveRow>`select id, cycle_id as "cycleId", wish, reason, actor_id as "actorId", confirmed_by as "confirmedBy" from deadline_moves where id = ${moveId}`);
  if (!move) return undefined;
  const rows = await tx.all(sql<{ id: string }>`select visit_id as id from deadline_move_items where move_id = ${moveId} and workflow_id = ${workflowId} and state = 'pending' order by visit_id`);
  return { move, visitIds: rows.map((row) => row.id) };
}

export async function settleMoveItem(tx: Executor, moveId: string, visitId: string, { from, to, kept }: Moved): Promise<void> {
  await tx.run(sql`update deadline_move_items set state = ${kept === null ? 'moved' : 'skipped'}, from_due = ${from}, to_due = ${to}, why = ${kept} where move_id = ${moveId} and visit_id = ${visitId}`);
}

/** Moves of a cycle with how far each is, newest first. */
export async function deadlineMoves(read: Executor, cycleId: string): Promise<DeadlineMoveView[]> {
  return read.all(sql<DeadlineMoveView>`
    select m.id, m.step, m.target, m.wish -> 'by' as by, m.wish ->> 'to' as to, m.reason, ${personOf('m.actor_id')} as actor, ${personOf('m.confirmed_by')} as "confirmedBy", m.at,
      count(*) filter (where i.state = 'pending' and p.state = 'open')::integer as pending, count(*) filter (where i.state = 'moved')::integer as moved,
      count(*) filter (where i.state = 'skipped' or (i.state = 'pending' and p.state = 'closed'))::integer as skipped
    from deadline_moves m left join deadline_move_items i on i.move_id = m.id left join processes p on p.workflow_id = i.workflow_id where m.cycle_id = ${cycleId} group by m.id order by m.at desc, m.id desc`);
}

/** Subject and people of the deadlines `v`, as HR of the cycle sees them. */
export const itemColumns = sql`v.id as "visitId", p.kind, p.ref_id as "processId", v.step,
  (select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = coalesce(v.subject_id, x.subject_id)) as subject,
  (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) order by t.created_at, t.id), '[]') from tasks t join employees e on e.id = t.assignee_id where t.visit_id = v.id and t.state = 'open') as "waitingFor"`;

/** The result for each deadline of a move: what did not work out first. Nobody reads about their own case here. */
export async function deadlineMoveItems(read: Executor, cycleId: string, moveId: string, readerId: string, page: { limit: number; offset: number }): Promise<DeadlineMoveItems> {
  const from = sql`
    deadline_moves m join deadline_move_items i on i.move_id = m.id join visits v on v.id = i.visit_id join processes p on p.workflow_id = v.workflow_id left join ${about} on true
    where m.id = ${moveId} and m.cycle_id = ${cycleId} and coalesce(v.subject_id, x.subject_id) is distinct from ${readerId}::uuid`;
  const ended = sql`i.state = 'pending' and p.state = 'closed'`;
  const items = await read.all(sql<DeadlineMoveItem>`
    select ${itemColumns}, case when ${ended} then 'skipped' else i.state end as state, i.from_due as from, i.to_due as to, case when ${ended} then 'decided' else i.why end as why
    from ${from} order by case when ${ended} or i.state = 'skipped' then 0 when i.state = 'pending' then 1 else 2 end, v.id limit ${page.limit} offset ${page.offset}`);
  const count = await read.one(sql<{ total: number }>`select count(*)::integer as total from ${from}`);
  return { items, total: count?.total ?? 0 };
}
