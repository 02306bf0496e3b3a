import { PauseQuarter } from '@fairmark/contracts/pdca';
import type { Transition } from '@fairmark/domain/process';
import { pauseQuarter, resumeQuarter } from '@fairmark/persistence/pdca';
import { openVisits } from '@fairmark/persistence/process';
import type { DecisionContext, EventContext, ProcessContext } from '../processes/index.js';
import { trackingVisit } from './adopt.js';
import { endOfPhase } from './dates.js';
import { askLead, loadQuarter, type Quarter } from './quarter.js';

const PAUSE = 'quarterPause';

/** The lead pauses this quarter alone. */
export const pause = (context: DecisionContext): Promise<Transition> => stand(context, 'lead', PauseQuarter.parse(context.body).reason, context.actorId);

/** The rollout is held: the quarter stands still with it, unless it does so already. */
export async function heldWithRollout(context: EventContext): Promise<Transition | null> {
  return (await loadQuarter(context)).row.state === 'open' ? stand(context, 'rollout', String(context.body['reason'] ?? ''), context.actorId) : null;
}

/** The rollout goes on; what the lead paused alone stays paused. */
export async function resumedWithRollout(context: EventContext): Promise<Transition | null> {
  const quarter = await loadQuarter(context);
  return quarter.row.pausedBy === 'rollout' ? goOn(context, quarter) : null;
}

/** The lead goes on with the quarter. */
export const resume = async (context: DecisionContext): Promise<Transition> => goOn(context, await loadQuarter(context), context.actorId);

async function stand(context: ProcessContext, by: 'lead' | 'rollout', reason: string, actorId: string | null): Promise<Transition> {
  const { tx, process, now } = context;
  const quarter = await loadQuarter(context);
  const [open] = await openVisits(tx, process.workflowId);
  await pauseQuarter(tx, quarter.row.id, { by, from: open?.step ?? 'quarterReview', now });
  const texts = actorId && reason ? { texts: { reason: { body: reason, ownerId: actorId } } } : {};
  return {
    outcome: 'paused', step: 'paused', close: await closings(context, 'paused', actorId ?? undefined), open: by === 'lead' ? [askLead(quarter, PAUSE, { duration: { n: 20, unit: 'workingDay' } })] : [],
    audit: [{ action: 'pdcaQuarter.paused', object: quarter.row.id, after: { by }, ...texts }],
  };
}

const closings = async ({ tx, process }: ProcessContext, outcome: string, by?: string) => (await openVisits(tx, process.workflowId)).map((visit) => ({ visitId: visit.id, outcome, ...(by ? { by } : {}) }));

/** Where it stood opens again, its dates later by the time it stood still. */
async function goOn(context: ProcessContext, { row }: Quarter, actorId?: string): Promise<Transition> {
  await resumeQuarter(context.tx, row.id, context.now);
  const quarter = await loadQuarter(context);
  return { outcome: 'resumed', close: await closings(context, 'resumed', actorId), ...(await again(context, quarter, row.pausedFrom ?? 'quarterReview')), audit: [{ action: 'pdcaQuarter.resumed', object: row.id }] };
}

async function again(context: ProcessContext, quarter: Quarter, step: string): Promise<Pick<Transition, 'step' | 'open'>> {
  if (step === 'quarterReview') return { step: 'reviewing', open: [askLead(quarter, step, await endOfPhase(context, quarter, 'review'))] };
  if (step === 'adjustment') return { step: 'adjusting', open: [askLead(quarter, step, await endOfPhase(context, quarter, 'adjust'))] };
  if (step === 'tracking') return { step: 'tracking', open: [await trackingVisit(context, quarter)] };
  return { step: 'tracking', open: [askLead(quarter, step, { duration: { n: 5, unit: 'workingDay' } })] };
}
