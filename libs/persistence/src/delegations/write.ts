import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { notifyAll } from '../process/notify.js';

export interface NewDelegation {
  delegatorId: string;
  delegateId: string;
  kinds: readonly string[];
  from: string;
  to: string;
  reason: string;
}

interface Act {
  by: string;
  at: string;
}

const link = '/delegations';
const chainOf = (delegatorId: string): string => `delegations/${delegatorId}`;

/** One maker at a time: what leads back over several people is seen by each. Held until the transaction ends. */
export async function lockDelegations(tx: Executor): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('fairmark.delegations', 0))`);
}

/** Writes a delegation in the zone of who delegates, and tells both people. */
export async function createDelegation(tx: Executor, given: NewDelegation, { by, at }: Act): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into delegations (delegator_id, delegate_id, kinds, from_at, to_at, zone, reason, made_by, created_at)
    select id, ${given.delegateId}, ${[...given.kinds]}::text[], ${given.from}, ${given.to}, zone, ${given.reason}, ${by}, ${at} from employees where id = ${given.delegatorId} returning id`);
  const { id } = row as { id: string };
  const { reason, ...after } = given;
  await appendAudit(tx, chainOf(given.delegatorId), { actorId: by, onBehalfOf: by === given.delegatorId ? null : given.delegatorId }, at, [{ action: 'delegation.created', object: id, after, texts: { reason: { body: reason, ownerId: given.delegatorId } } }]);
  await notifyAll(tx, [{ employeeId: given.delegateId, kind: 'delegation.received', link }, ...(by === given.delegatorId ? [] : [{ employeeId: given.delegatorId, kind: 'delegation.made', link }])]);
  return id;
}

/** Ends a delegation now and tells both people, except who ended it. False when it gave no right any more. */
export async function endDelegation(tx: Executor, id: string, { by, at, reason }: Act & { reason: string }): Promise<boolean> {
  const row = await tx.one(sql<{ delegatorId: string; delegateId: string }>`
    update delegations set ended_at = ${at}, ended_by = ${by}, end_reason = ${reason || null} where id = ${id} and ended_at is null and to_at > ${at}::timestamptz returning delegator_id as "delegatorId", delegate_id as "delegateId"`);
  if (!row) return false;
  await recordEnd(tx, { id, ...row }, { by, at });
  return true;
}

/** All delegations of somebody who leaves end: those they gave and those they were given. Answers how many. */
export async function endDelegationsOf(tx: Executor, employeeId: string, { by, at, reason }: { by: string | null; at: string; reason: string }): Promise<number> {
  const rows = await tx.all(sql<{ id: string; delegatorId: string; delegateId: string }>`
    update delegations set ended_at = ${at}, ended_by = ${by}, end_reason = ${reason} where (delegator_id = ${employeeId} or delegate_id = ${employeeId}) and ended_at is null and to_at > ${at}::timestamptz
    returning id, delegator_id as "delegatorId", delegate_id as "delegateId"`);
  for (const row of rows) await recordEnd(tx, row, { by, at });
  return rows.length;
}

async function recordEnd(tx: Executor, { id, delegatorId, delegateId }: { id: string; delegatorId: string; delegateId: string }, { by, at }: { by: string | null; at: string }): Promise<void> {
  await appendAudit(tx, chainOf(delegatorId), { actorId: by }, at, [{ action: 'delegation.ended', object: id, after: { delegatorId, delegateId, at } }]);
  await notifyAll(tx, [delegatorId, delegateId].filter((employeeId) => employeeId !== by).map((employeeId) => ({ employeeId, kind: 'delegation.ended', link })));
}
