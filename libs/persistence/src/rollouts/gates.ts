import type { Readiness, RolloutPhase } from '@fairmark/contracts/rollouts';
import { sql, type Executor } from '../database/index.js';

export interface GateRow {
  id: string;
  phase: RolloutPhase;
  decision: string | null;
  approvalId: string | null;
}

export async function openGate(read: Executor, rolloutId: string): Promise<GateRow | undefined> {
  return read.one(sql<GateRow>`select id, phase, decision, approval_id as "approvalId" from gates where rollout_id = ${rolloutId} and state = 'open'`);
}

/** Writes a gate with the readiness of this moment; answers its id. */
export async function insertGate(tx: Executor, gate: { rolloutId: string; phase: RolloutPhase; note: string; readiness: Readiness }, now: string): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into gates (rollout_id, phase, no, note, readiness, asked_at)
    select ${gate.rolloutId}::uuid, ${gate.phase}, coalesce(max(no), 0) + 1, ${gate.note}, ${JSON.stringify(gate.readiness)}::jsonb, ${now}::timestamptz from gates where rollout_id = ${gate.rolloutId} returning id`);
  return String(row?.id);
}

export const setGateApproval = (tx: Executor, gateId: string, approvalId: string): Promise<number> => tx.run(sql`update gates set approval_id = ${approvalId} where id = ${gateId}`);

export const decideGate = (tx: Executor, gateId: string, decision: string, now: string): Promise<number> => tx.run(sql`update gates set state = 'decided', decision = ${decision}, decided_at = ${now} where id = ${gateId}`);

/** Keeps what somebody said at a gate. */
export async function keepOpinion(tx: Executor, gateId: string, said: { actorId: string; assigneeId: string; opinion: string; comment: string | null }, now: string): Promise<void> {
  await tx.run(sql`
    insert into gate_opinions (gate_id, employee_id, on_behalf_of, opinion, comment, at)
    values (${gateId}, ${said.actorId}, ${said.assigneeId === said.actorId ? null : said.assigneeId}::uuid, ${said.opinion}, ${said.comment}, ${now})`);
}

export interface ConditionRow {
  id: string;
  text: string;
  ownerId: string;
}

export async function addConditions(tx: Executor, gateId: string, conditions: readonly { text: string; ownerId: string }[]): Promise<void> {
  for (const { text, ownerId } of conditions) await tx.run(sql`insert into gate_conditions (gate_id, text, owner_id) values (${gateId}, ${text}, ${ownerId})`);
}

/** Conditions of approved gates that nobody has closed; those of one gate even before it is decided. */
export async function openConditions(read: Executor, rolloutId: string, gateId: string | null = null): Promise<ConditionRow[]> {
  return [...(await read.all(sql<ConditionRow>`
    select c.id, c.text, c.owner_id as "ownerId" from gate_conditions c join gates g on g.id = c.gate_id
    where g.rollout_id = ${rolloutId} and c.closed_at is null and case when ${gateId}::uuid is null then g.decision = 'approvedWithConditions' else g.id = ${gateId}::uuid end order by c.id`))];
}

export async function closeCondition(tx: Executor, id: string, actorId: string, evidence: string, now: string): Promise<void> {
  await tx.run(sql`update gate_conditions set closed_at = ${now}, closed_by = ${actorId}, evidence = ${evidence} where id = ${id} and closed_at is null`);
}
