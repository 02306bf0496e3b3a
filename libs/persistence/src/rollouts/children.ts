import type { RolloutChildKind } from '@fairmark/contracts/rollouts';
import { sql, type Executor } from '../database/index.js';

/** What every child of a rollout has in its own table. */
export interface ChildRow {
  kind: RolloutChildKind;
  id: string;
  rolloutId: string;
  /** Number of the pilot or wave; the quarter as `2027Q1`. */
  key: string;
  workflowId: string;
  planVersionId: string | null;
  state: 'open' | 'paused' | 'closed';
  outcome: string | null;
}

const tables: Readonly<Record<RolloutChildKind, string>> = { pilot: 'pilots', wave: 'waves', pdcaQuarter: 'pdca_quarters' };
const keys: Readonly<Record<RolloutChildKind, string>> = { pilot: 'no', wave: 'no', pdcaQuarter: 'quarter' };

const rowsOf = (kind: RolloutChildKind, where: ReturnType<typeof sql>) => sql<ChildRow>`
  select ${kind}::text as kind, id, rollout_id as "rolloutId", ${sql.ref(keys[kind])}::text as key, workflow_id as "workflowId", plan_version_id as "planVersionId", state, outcome from ${sql.table(tables[kind])} where ${where} order by ${sql.ref(keys[kind])}`;

/** @throws when there is no such child */
export async function childById(read: Executor, kind: RolloutChildKind, id: string): Promise<ChildRow> {
  const row = await read.one(rowsOf(kind, sql`id = ${id}`));
  if (!row) throw new Error(`No ${kind} ${id}`);
  return row;
}

/** Children of a kind in their order. */
export async function childrenOf(read: Executor, kind: RolloutChildKind, rolloutId: string): Promise<ChildRow[]> {
  return [...(await read.all(rowsOf(kind, sql`rollout_id = ${rolloutId}`)))];
}

/** Every child that has not ended. */
export async function openChildren(read: Executor, rolloutId: string): Promise<ChildRow[]> {
  const found: ChildRow[] = [];
  for (const kind of Object.keys(tables) as RolloutChildKind[]) found.push(...(await read.all(rowsOf(kind, sql`rollout_id = ${rolloutId} and state <> 'closed'`))));
  return found;
}

/** Writes how a child stands beside its process; `outcome` and the instant only when it ends. */
export async function setChildState(tx: Executor, kind: RolloutChildKind, id: string, state: ChildRow['state'], now: string, outcome: string | null = null): Promise<void> {
  await tx.run(sql`update ${sql.table(tables[kind])} set state = ${state}, outcome = ${outcome}, closed_at = case when ${state} = 'closed' then ${now}::timestamptz end where id = ${id}`);
}
