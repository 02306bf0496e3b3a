import { PausePilot } from '@fairmark/contracts/pilots';
import type { Transition } from '@fairmark/domain/process';
import { storePause } from '@fairmark/persistence/pilots';
import { openVisits } from '@fairmark/persistence/process';
import { setChildState } from '@fairmark/persistence/rollouts';
import type { DecisionContext, EventContext, ProcessContext } from '../processes/index.js';
import { askLead, closings, loadPilot, monitoringVisit, type Pilot } from './pilot.js';

const DAYS: Readonly<Record<string, number>> = { cohort: 5, weeklyReview: 3, guardBroken: 2, evaluation: 5 };
const PHASES: Readonly<Record<string, string>> = { cohort: 'choosing', evaluation: 'evaluating' };

/** The lead pauses this pilot alone. */
export const pause = async (context: DecisionContext): Promise<Transition> => stand(context, 'lead', await presentStep(context), PausePilot.parse(context.body).reason);

/** The rollout is held: the pilot stands still with it, unless it does so already. */
export async function heldWithRollout(context: EventContext): Promise<Transition | null> {
  return (await loadPilot(context)).row.state === 'open' ? stand(context, 'rollout', await presentStep(context)) : null;
}

/** The rollout goes on; what the lead or a guard paused stays paused. */
export async function resumedWithRollout(context: EventContext): Promise<Transition | null> {
  const pilot = await loadPilot(context);
  return pilot.row.pausedBy === 'rollout' ? goOn(context, pilot) : null;
}

/** The lead goes on with the pilot. */
export const resume = async (context: DecisionContext): Promise<Transition> => goOn(context, await loadPilot(context), context.actorId);

const presentStep = async ({ tx, process }: ProcessContext): Promise<string> => (await openVisits(tx, process.workflowId))[0]?.step ?? 'cohort';

/** Closes what is open and remembers where it stood and who stopped it. */
export async function stand(context: ProcessContext & { actorId: string | null }, by: 'lead' | 'rollout', from: string, reason?: string): Promise<Transition> {
  const { tx, now, actorId } = context;
  const pilot = await loadPilot(context);
  await setChildState(tx, 'pilot', pilot.row.id, 'paused', now);
  await storePause(tx, pilot.row.id, by, from);
  const texts = actorId && reason ? { texts: { reason: { body: reason, ownerId: actorId } } } : {};
  return {
    outcome: 'paused', step: 'paused', close: await closings(context, 'paused', actorId ?? undefined), open: by === 'lead' ? [askLead(pilot, 'pause', 20)] : [],
    audit: [{ action: 'pilot.paused', object: pilot.row.id, after: { by }, ...texts }],
  };
}

/** Where it stood opens again. The cohort is never drawn again. */
async function goOn(context: ProcessContext, pilot: Pilot, actorId?: string): Promise<Transition> {
  const { tx, now } = context;
  const from = pilot.row.pausedFrom ?? 'cohort';
  await setChildState(tx, 'pilot', pilot.row.id, 'open', now);
  await storePause(tx, pilot.row.id, null, null);
  const visit = from === 'monitoring' ? monitoringVisit(pilot) : askLead(pilot, from, DAYS[from] ?? 5);
  return { outcome: 'resumed', step: PHASES[from] ?? 'running', close: await closings(context, 'resumed', actorId), open: [visit], audit: [{ action: 'pilot.resumed', object: pilot.row.id }] };
}
