import type { RolloutPhase } from '@fairmark/contracts/rollouts';
import { sql, type Executor } from '../database/index.js';

/** A row of `rollouts`. Instants are ISO strings in UTC. */
export interface RolloutRow {
  id: string;
  name: string;
  nameEn: string | null;
  planId: string;
  /** Version that the rollout works on now; null until a plan version is chosen. */
  planVersionId: string | null;
  workflowId: string;
  sponsorId: string;
  leadId: string;
  departmentIds: string[];
  scope: { regions?: string[]; communityIds?: string[] };
  settings: unknown;
  phase: RolloutPhase;
  state: 'running' | 'held' | 'closed';
  startsOn: string;
}

const columns = sql`id, name, name_en as "nameEn", plan_id as "planId", plan_version_id as "planVersionId", workflow_id as "workflowId", sponsor_id as "sponsorId", lead_id as "leadId", department_ids as "departmentIds",
  scope, settings, phase, state, starts_on::text as "startsOn"`;

/** @throws when there is no such rollout */
export async function rolloutById(read: Executor, id: string): Promise<RolloutRow> {
  const row = await read.one(sql<RolloutRow>`select ${columns} from rollouts where id = ${id}`);
  if (!row) throw new Error(`No rollout ${id}`);
  return row;
}

/** The same, locked until the transaction ends: for a child that reads and writes what several children share. */
export async function lockedRollout(tx: Executor, id: string): Promise<RolloutRow> {
  await tx.all(sql`select from rollouts where id = ${id} for update`);
  return rolloutById(tx, id);
}
