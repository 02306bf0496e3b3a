import { workflowId } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';

/** A child whose row pins it: its workflow starts when the transaction has committed. */
export interface StartedChild {
  id: string;
  workflowId: string;
}

const started = async (tx: Executor, statement: ReturnType<typeof sql<StartedChild>>): Promise<StartedChild | undefined> => tx.one(statement);

/** The next iteration of the pilot, under the version of the rollout. */
export async function insertPilot(tx: Executor, rolloutId: string, no: number, now: string): Promise<StartedChild> {
  const row = await started(tx, sql<StartedChild>`
    insert into pilots (rollout_id, no, workflow_id, plan_version_id, started_at) select id, ${no}::integer, ${workflowId.pilot(rolloutId, no)}, plan_version_id, ${now}::timestamptz from rollouts where id = ${rolloutId}
    returning id, workflow_id as "workflowId"`);
  return row as StartedChild;
}

export async function insertWave(tx: Executor, rolloutId: string, no: number, name: string, now: string): Promise<StartedChild> {
  const row = await started(tx, sql<StartedChild>`
    insert into waves (rollout_id, no, name, workflow_id, plan_version_id, started_at) select id, ${no}::integer, ${name}, ${workflowId.wave(rolloutId, no)}, plan_version_id, ${now}::timestamptz from rollouts where id = ${rolloutId}
    returning id, workflow_id as "workflowId"`);
  return row as StartedChild;
}

/** A quarter is started once; undefined when it was. */
export async function insertQuarter(tx: Executor, rolloutId: string, { quarter, startsOn }: { quarter: string; startsOn: string }, now: string): Promise<StartedChild | undefined> {
  return started(tx, sql<StartedChild>`
    insert into pdca_quarters (rollout_id, quarter, starts_on, workflow_id, plan_version_id, started_at)
    select id, ${quarter}, ${startsOn}::date, ${workflowId.pdcaQuarter(rolloutId, quarter)}, plan_version_id, ${now}::timestamptz from rollouts where id = ${rolloutId} on conflict do nothing returning id, workflow_id as "workflowId"`);
}

/** Moves the rollout row beside its process. */
export async function setRollout(tx: Executor, id: string, { phase, state, outcome }: { phase?: string; state?: 'running' | 'held' | 'closed'; outcome?: string }, now: string): Promise<void> {
  await tx.run(sql`
    update rollouts set phase = coalesce(${phase ?? null}::text, phase), state = coalesce(${state ?? null}::text, state), outcome = coalesce(${outcome ?? null}::text, outcome),
      held_at = case ${state ?? null}::text when 'held' then ${now}::timestamptz when 'running' then null else held_at end, closed_at = case when ${state ?? null}::text = 'closed' then ${now}::timestamptz else closed_at end where id = ${id}`);
}

/** Exceptions of the sponsor for a further pilot. */
export async function pilotGrants(read: Executor, rolloutId: string): Promise<number> {
  return (await read.one(sql<{ count: number }>`select count(*)::integer as count from pilot_grants where rollout_id = ${rolloutId}`))?.count ?? 0;
}

export async function grantPilot(tx: Executor, rolloutId: string, actorId: string, reason: string, now: string): Promise<void> {
  await tx.run(sql`insert into pilot_grants (rollout_id, granted_by, reason, granted_at) values (${rolloutId}, ${actorId}, ${reason}, ${now})`);
}
