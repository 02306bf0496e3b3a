import { RolloutErrors } from '@fairmark/contracts/errors';
import { CompleteStep, ReplanStep, SkipStep } from '@fairmark/contracts/rollouts';
import { addDays, endOfLocalDay } from '@fairmark/domain/calendar';
import type { Transition } from '@fairmark/domain/process';
import { moveDeadline, openVisits, type VisitRow } from '@fairmark/persistence/process';
import { setStep, setStepDays, stepsOfRollout, type StepRow } from '@fairmark/persistence/rollouts';
import { refuse, type DecisionContext } from '../processes/index.js';
import { nextStep } from './phases.js';
import { stateOf, type RolloutState } from './state.js';

/** The step is done and the next one opens. */
export async function complete(context: DecisionContext): Promise<Transition> {
  const { note } = CompleteStep.parse(context.body);
  const { tx, visit, actorId } = context;
  const state = await stateOf(context);
  const stepId = String(visit.payload['stepId']);
  await setStep(tx, stepId, 'done', state.today, note || null);
  return {
    outcome: 'completed', close: [{ visitId: visit.id, outcome: 'completed', by: actorId }], open: await nextStep(context, state, state.rollout.phase),
    audit: [{ action: 'rollout.stepCompleted', object: stepId, after: { key: visit.payload['key'] }, ...(note ? { texts: { note: { body: note, ownerId: actorId } } } : {}) }],
  };
}

/** Longer or shorter, while it runs or before; an open step's deadline moves with it. */
export async function replan(context: DecisionContext): Promise<Transition> {
  const { stepId, days, reason } = ReplanStep.parse(context.body);
  const { tx, actorId, now } = context;
  const { state, step, visit } = await stepNamed(context, stepId);
  if (step.state === 'done' || step.state === 'skipped') refuse(RolloutErrors.stepUnknown);
  await setStepDays(tx, stepId, days);
  if (visit) {
    const at = endOfLocalDay(addDays(step.actualFrom ?? state.today, days - 1), state.zone);
    // A deadline that has passed already cannot be set: the visit then goes on being reminded of.
    if (at > now) await moveDeadline(tx, visit.id, state.rollout.leadId, now, { at, zone: state.zone }, { cause: 'process', at: now, actorId, reason });
  }
  return { outcome: 'replanned', audit: [{ action: 'rollout.stepReplanned', object: stepId, before: { days: step.days }, after: { days }, texts: { reason: { body: reason, ownerId: actorId } } }] };
}

/** Left out with a reason; never the core task of its phase. */
export async function skip(context: DecisionContext): Promise<Transition> {
  const { stepId, reason } = SkipStep.parse(context.body);
  const { tx, actorId } = context;
  const { state, step, visit } = await stepNamed(context, stepId);
  if (step.state === 'done' || step.state === 'skipped') refuse(RolloutErrors.stepUnknown);
  if (step.core) refuse(RolloutErrors.coreStep, { key: step.key });
  await setStep(tx, stepId, 'skipped', state.today);
  return {
    outcome: 'skipped', ...(visit ? { close: [{ visitId: visit.id, outcome: 'skipped', by: actorId }], open: await nextStep(context, state, state.rollout.phase) } : {}),
    audit: [{ action: 'rollout.stepSkipped', object: stepId, after: { key: step.key }, texts: { reason: { body: reason, ownerId: actorId } } }],
  };
}

async function stepNamed(context: DecisionContext, stepId: string): Promise<{ state: RolloutState; step: StepRow; visit: VisitRow | undefined }> {
  const { tx, process } = context;
  const step = (await stepsOfRollout(tx, process.refId)).find((one) => one.id === stepId);
  if (!step) return refuse(RolloutErrors.stepUnknown);
  const visit = (await openVisits(tx, process.workflowId)).find((one) => one.payload['stepId'] === stepId);
  return { state: await stateOf(context), step, visit };
}
