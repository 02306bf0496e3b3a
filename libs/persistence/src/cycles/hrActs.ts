import type { HrActList, HrRequest } from '@fairmark/contracts/cycles';
import { sql, type Executor } from '../database/index.js';

export interface NewHrAct {
  cycleId: string;
  /** Null for an act on the cycle as a whole. */
  reviewId: string | null;
  act: string;
  actorId: string;
  /** The second HR person of an act on many people. */
  confirmedBy?: string | null;
  reason: string;
  detail?: Record<string, unknown>;
  at: string;
}

/** Keeps what HR did and why, for everybody concerned to read. */
export async function recordHrAct(tx: Executor, { cycleId, reviewId, act, actorId, confirmedBy = null, reason, detail = {}, at }: NewHrAct): Promise<void> {
  await tx.run(sql`
    insert into hr_acts (cycle_id, review_id, act, actor_id, confirmed_by, reason, detail, at)
    values (${cycleId}, ${reviewId}::uuid, ${act}, ${actorId}, ${confirmedBy}::uuid, ${reason}, ${JSON.stringify(detail)}, ${at})`);
}

const person = (alias: ReturnType<typeof sql>) => sql`case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en) end`;

/** Acts of HR on one review, newest first. */
export async function hrActsOf(read: Executor, reviewId: string): Promise<HrActList['acts']> {
  return read.all(sql<HrActList['acts'][number]>`
    select h.id, h.act, ${person(sql`e`)} as actor, ${person(sql`s`)} as "confirmedBy", h.reason, h.detail, h.at
    from hr_acts h join employees e on e.id = h.actor_id left join employees s on s.id = h.confirmed_by where h.review_id = ${reviewId} order by h.at desc, h.id desc`);
}

export interface RequestRow {
  id: string;
  act: HrRequest['act'];
  body: Record<string, unknown>;
  people: number;
  requestedBy: string;
  state: HrRequest['state'];
  /** The case in which it is looked at. */
  approvalId: string | null;
}

/** Keeps an act on many people until a second HR person has looked at it. */
export async function storeRequest(tx: Executor, request: Pick<RequestRow, 'act' | 'body' | 'people' | 'requestedBy'> & { cycleId: string; at: string }): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into hr_requests (cycle_id, act, body, people, requested_by, requested_at)
    values (${request.cycleId}, ${request.act}, ${JSON.stringify(request.body)}, ${request.people}, ${request.requestedBy}, ${request.at}) returning id`);
  return (row as { id: string }).id;
}

/** Names the case in which a request is looked at. */
export async function linkRequest(tx: Executor, id: string, approvalId: string): Promise<void> {
  await tx.run(sql`update hr_requests set approval_id = ${approvalId} where id = ${id}`);
}

export async function lockRequest(tx: Executor, cycleId: string, id: string): Promise<RequestRow | undefined> {
  return tx.one(sql<RequestRow>`select id, act, body, people, requested_by as "requestedBy", state, approval_id as "approvalId" from hr_requests where id = ${id} and cycle_id = ${cycleId} for update`);
}

/** The request of a case. @throws when there is none: every case of this purpose has one */
export async function requestOfApproval(tx: Executor, approvalId: string): Promise<RequestRow> {
  const row = await tx.one(sql<RequestRow>`select id, act, body, people, requested_by as "requestedBy", state, approval_id as "approvalId" from hr_requests where approval_id = ${approvalId}`);
  if (!row) throw new Error(`No request for approval ${approvalId}`);
  return row;
}

export async function decideRequest(tx: Executor, id: string, answer: { state: 'confirmed' | 'declined'; actorId: string | null; reason: string | null; at: string }): Promise<void> {
  await tx.run(sql`update hr_requests set state = ${answer.state}, decided_by = ${answer.actorId}::uuid, decided_at = ${answer.at}, decision_reason = ${answer.reason} where id = ${id}`);
}

/** Requests of a cycle, newest first. */
export async function requestsOf(read: Executor, cycleId: string): Promise<HrRequest[]> {
  return read.all(sql<HrRequest>`
    select q.id, q.act, q.body ->> 'step' as step, q.people, q.body ->> 'reason' as reason, ${person(sql`e`)} as "requestedBy", q.requested_at as "requestedAt", q.state, ${person(sql`s`)} as "decidedBy", q.decided_at as "decidedAt"
    from hr_requests q join employees e on e.id = q.requested_by left join employees s on s.id = q.decided_by where q.cycle_id = ${cycleId} order by q.requested_at desc, q.id desc`);
}
