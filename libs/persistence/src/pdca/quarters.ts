import type { CompleteQuarterReview } from '@fairmark/contracts/pdca';
import { sql, type Executor } from '../database/index.js';

/** A row of `pdca_quarters`. Instants are ISO strings in UTC. */
export interface QuarterRow {
  id: string;
  rolloutId: string;
  quarter: string;
  startsOn: string;
  workflowId: string;
  planVersionId: string | null;
  state: 'open' | 'paused' | 'closed';
  changed: boolean | null;
  pausedBy: 'lead' | 'rollout' | null;
  /** Phase in which it stood when it was paused. */
  pausedFrom: string | null;
  /** How long it stood still in all, in milliseconds: every date moves by it. */
  pausedMs: number;
}

const columns = sql`id, rollout_id as "rolloutId", quarter, starts_on::text as "startsOn", workflow_id as "workflowId", plan_version_id as "planVersionId", state, changed, paused_by as "pausedBy", paused_from as "pausedFrom", paused_ms::float8 as "pausedMs"`;

/** @throws when there is no such quarter */
export async function quarterById(read: Executor, id: string): Promise<QuarterRow> {
  const row = await read.one(sql<QuarterRow>`select ${columns} from pdca_quarters where id = ${id}`);
  if (!row) throw new Error(`No quarter ${id}`);
  return row;
}

/** Quarters of a rollout in their order. */
export async function quartersOf(read: Executor, rolloutId: string): Promise<QuarterRow[]> {
  return read.all(sql<QuarterRow>`select ${columns} from pdca_quarters where rollout_id = ${rolloutId} order by quarter`);
}

/** Pins a quarter by its row before its workflow starts; undefined when somebody did before. */
export async function insertQuarter(tx: Executor, row: Pick<QuarterRow, 'rolloutId' | 'quarter' | 'startsOn' | 'workflowId'>, now: string): Promise<string | undefined> {
  const made = await tx.one(sql<{ id: string }>`
    insert into pdca_quarters (rollout_id, quarter, starts_on, workflow_id, started_at) values (${row.rolloutId}, ${row.quarter}, ${row.startsOn}, ${row.workflowId}, ${now}) on conflict (rollout_id, quarter) do nothing returning id`);
  return made?.id;
}

export async function writeReview(tx: Executor, id: string, { findings, research }: CompleteQuarterReview): Promise<void> {
  await tx.run(sql`update pdca_quarters set findings = ${JSON.stringify(findings)}::jsonb, research = ${JSON.stringify(research)}::jsonb where id = ${id}`);
}

/** Whether the quarter brought a change, the version it works under, and the reason when nothing changed. */
export async function writeConclusion(tx: Executor, id: string, { changed, planVersionId = null, reason = null }: { changed: boolean; planVersionId?: string | null; reason?: string | null }): Promise<void> {
  await tx.run(sql`update pdca_quarters set changed = ${changed}, plan_version_id = coalesce(${planVersionId}::uuid, plan_version_id), unchanged_reason = ${reason} where id = ${id}`);
}

/** Whether the quarters before brought a change, oldest first; those in which it is not decided yet are left out. */
export async function earlierChanged(read: Executor, rolloutId: string, quarter: string): Promise<boolean[]> {
  const rows = await read.all(sql<{ changed: boolean }>`select changed from pdca_quarters where rollout_id = ${rolloutId} and quarter < ${quarter} and changed is not null order by quarter`);
  return rows.map((row) => row.changed);
}

export async function pauseQuarter(tx: Executor, id: string, { by, from, now }: { by: 'lead' | 'rollout'; from: string; now: string }): Promise<void> {
  await tx.run(sql`update pdca_quarters set state = 'paused', paused_by = ${by}, paused_from = ${from}, paused_at = ${now} where id = ${id}`);
}

/** Goes on: how long it stood still is added to what it stood still before. */
export async function resumeQuarter(tx: Executor, id: string, now: string): Promise<void> {
  await tx.run(sql`
    update pdca_quarters set state = 'open', paused_ms = paused_ms + (extract(epoch from ${now}::timestamptz - paused_at) * 1000)::bigint, paused_by = null, paused_from = null, paused_at = null where id = ${id}`);
}
