import type { BilingualText } from '@fairmark/contracts/common';
import type { RolloutPhase } from '@fairmark/contracts/rollouts';
import { sql, type Executor } from '../database/index.js';

/** A row of `rollout_steps`; dates are calendar dates. */
export interface StepRow {
  id: string;
  phase: RolloutPhase;
  key: string;
  round: number;
  title: BilingualText;
  core: boolean;
  days: number;
  state: 'planned' | 'open' | 'done' | 'skipped';
  plannedFrom: string;
  plannedTo: string;
  actualFrom: string | null;
  actualTo: string | null;
}

/** Steps of every phase, each in its last round, in order. */
export async function stepsOfRollout(read: Executor, rolloutId: string): Promise<StepRow[]> {
  const rows = await read.all(sql<StepRow>`
    select id, phase, key, round, title, core, days, state, planned_from::text as "plannedFrom", planned_to::text as "plannedTo", actual_from::text as "actualFrom", actual_to::text as "actualTo"
    from rollout_steps s where rollout_id = ${rolloutId} and round = (select max(round) from rollout_steps l where l.rollout_id = s.rollout_id and l.phase = s.phase)
    order by array_position(array['design', 'pilot', 'rollout', 'optimise'], phase), no`);
  return [...rows];
}

/** Moves a step on; its actual dates follow from the day. */
export async function setStep(tx: Executor, stepId: string, state: StepRow['state'], day: string, note: string | null = null): Promise<void> {
  await tx.run(sql`
    update rollout_steps set state = ${state}, note = coalesce(${note}::text, note), actual_from = case when ${state} = 'open' then ${day}::date else actual_from end,
      actual_to = case when ${state} in ('done', 'skipped') then ${day}::date end where id = ${stepId}`);
}

export async function setStepDays(tx: Executor, stepId: string, days: number): Promise<void> {
  await tx.run(sql`update rollout_steps set days = ${days} where id = ${stepId}`);
}
