import type { RolloutPhase } from '@fairmark/contracts/rollouts';
import { sql, type Executor } from '../database/index.js';

/** What was delivered in a phase, and whether it was accepted. */
export interface DeliverableRow {
  key: string;
  achieved: number | null;
  reference: string;
  accepted: boolean;
}

export async function deliverablesOf(read: Executor, rolloutId: string, phase: RolloutPhase): Promise<DeliverableRow[]> {
  return [...(await read.all(sql<DeliverableRow>`select key, achieved, reference, accepted from rollout_deliverables where rollout_id = ${rolloutId} and phase = ${phase} order by key`))];
}

/** Writes what was delivered; whatever was accepted before has to be accepted anew. */
export async function recordDeliverable(tx: Executor, at: { rolloutId: string; phase: RolloutPhase }, { key, achieved, reference }: Omit<DeliverableRow, 'accepted'>, actorId: string, now: string): Promise<void> {
  await tx.run(sql`
    insert into rollout_deliverables (rollout_id, phase, key, achieved, reference, recorded_by, recorded_at) values (${at.rolloutId}, ${at.phase}, ${key}, ${achieved}, ${reference}, ${actorId}, ${now})
    on conflict (rollout_id, phase, key) do update set achieved = excluded.achieved, reference = excluded.reference, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at, accepted = false, accepted_by = null, accepted_at = null`);
}

/** Accepts or refuses it. `actorId` is null where the five reviews accept it themselves. */
export async function acceptDeliverable(tx: Executor, at: { rolloutId: string; phase: RolloutPhase }, key: string, accepted: boolean, actorId: string | null, now: string): Promise<void> {
  await tx.run(sql`
    insert into rollout_deliverables (rollout_id, phase, key, accepted, accepted_by, accepted_at) values (${at.rolloutId}, ${at.phase}, ${key}, ${accepted}, ${actorId}, ${now})
    on conflict (rollout_id, phase, key) do update set accepted = excluded.accepted, accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at`);
}
