import { WaveSettings } from '@fairmark/contracts/waves';
import { sql, type Executor } from '../database/index.js';

/** What only waves have beside other children of a rollout. */
export interface WavePause {
  pausedBy: 'lead' | 'rollout' | null;
  /** Step in which it stood when it was paused. */
  pausedFrom: string | null;
}

/** Settings of the waves of a rollout; what it does not say is the default. */
export const waveSettingsOf = (settings: unknown): WaveSettings => WaveSettings.parse((settings as { waves?: unknown } | null)?.waves ?? {});

export async function wavePause(read: Executor, id: string): Promise<WavePause> {
  return (await read.one(sql<WavePause>`select paused_by as "pausedBy", paused_from as "pausedFrom" from waves where id = ${id}`)) ?? { pausedBy: null, pausedFrom: null };
}

/** Remembers who paused and where; null by null when it goes on. */
export async function storeWavePause(tx: Executor, id: string, by: WavePause['pausedBy'], from: string | null): Promise<void> {
  await tx.run(sql`update waves set paused_by = ${by}, paused_from = ${from} where id = ${id}`);
}

/** Begins the wave under the version that its rollout works on now; from here on the version is pinned. */
export async function beginWave(tx: Executor, id: string, order: string, now: string): Promise<void> {
  await tx.run(sql`update waves w set begun_at = ${now}, order_reason = ${order}, plan_version_id = r.plan_version_id from rollouts r where r.id = w.rollout_id and w.id = ${id}`);
}
