import { PilotSettings, type CohortProposal, type MeasureEvaluation } from '@fairmark/contracts/pilots';
import { sql, type Executor } from '../database/index.js';

/** A row of `pilots`. Instants are ISO strings in UTC. */
export interface PilotRow {
  id: string;
  rolloutId: string;
  no: number;
  state: 'open' | 'paused' | 'closed';
  proposal: CohortProposal | null;
  frozenAt: string | null;
  evaluation: MeasureEvaluation[] | null;
  pausedBy: 'lead' | 'guard' | 'rollout' | null;
  /** Step in which it stood when it was paused. */
  pausedFrom: string | null;
}

/** @throws when there is no such pilot */
export async function pilotById(read: Executor, id: string): Promise<PilotRow> {
  const row = await read.one(sql<PilotRow>`
    select id, rollout_id as "rolloutId", no, state, proposal, to_char(frozen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "frozenAt", evaluation, paused_by as "pausedBy", paused_from as "pausedFrom" from pilots where id = ${id}`);
  if (!row) throw new Error(`No pilot ${id}`);
  return row;
}

/** Settings of the pilots of a rollout; what it does not say is the default. */
export const pilotSettingsOf = (settings: unknown): PilotSettings => PilotSettings.parse((settings as { pilots?: unknown } | null)?.pilots ?? {});

export async function storeProposal(tx: Executor, id: string, proposal: CohortProposal): Promise<void> {
  await tx.run(sql`update pilots set proposal = ${JSON.stringify(proposal)}::jsonb where id = ${id}`);
}

export async function storeEvaluation(tx: Executor, id: string, evaluation: readonly MeasureEvaluation[]): Promise<void> {
  await tx.run(sql`update pilots set evaluation = ${JSON.stringify(evaluation)}::jsonb where id = ${id}`);
}

/** Remembers who paused and where; null by null when it goes on. */
export async function storePause(tx: Executor, id: string, by: PilotRow['pausedBy'], from: string | null): Promise<void> {
  await tx.run(sql`update pilots set paused_by = ${by}, paused_from = ${from} where id = ${id}`);
}
