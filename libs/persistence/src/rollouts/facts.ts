import type { Readiness, RolloutPhase, RolloutSettings } from '@fairmark/contracts/rollouts';
import { readiness } from '@fairmark/domain/rollouts';
import type { Executor } from '../database/index.js';
import { childrenOf } from './children.js';
import { deliverablesOf } from './deliverables.js';
import { openConditions } from './gates.js';
import { readMeasures } from './measures/index.js';
import type { RolloutRow } from './rows.js';
import { stepsOfRollout } from './steps.js';

/** How ready the gate of the present phase is, from what PostgreSQL says now. */
export async function readinessOf(read: Executor, rollout: RolloutRow, now: string): Promise<Readiness> {
  const { id, phase } = rollout;
  const settings = (rollout.settings as RolloutSettings).phases[phase];
  const steps = (await stepsOfRollout(read, id)).filter((step) => step.phase === phase);
  const readings = await readMeasures(read, { of: 'rollout', rolloutId: id }, now, settings.measured.map((one) => one.key));
  return readiness(settings, { steps, readings, deliverables: await deliverablesOf(read, id, phase), children: await broughtBy(read, id, phase), openConditions: await openConditions(read, id) });
}

/** The last pilot has passed; at least one wave is done and none still runs. */
async function broughtBy(read: Executor, rolloutId: string, phase: RolloutPhase): Promise<boolean | null> {
  if (phase === 'pilot') return (await childrenOf(read, 'pilot', rolloutId)).at(-1)?.outcome === 'passed';
  if (phase !== 'rollout') return null;
  const waves = await childrenOf(read, 'wave', rolloutId);
  return waves.some((wave) => wave.outcome === 'done') && waves.every((wave) => wave.state === 'closed');
}
