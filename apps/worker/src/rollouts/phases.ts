import type { RolloutPhase } from '@fairmark/contracts/rollouts';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { addDays, endOfLocalDay } from '@fairmark/domain/calendar';
import { nextQuarter } from '@fairmark/domain/rollouts';
import { childrenOf, insertPilot, openConditions, setRollout, setStep, stepsOfRollout, type ConditionRow, type StepRow } from '@fairmark/persistence/rollouts';
import type { ProcessContext } from '../processes/index.js';
import { startChild } from './children.js';
import type { RolloutState } from './state.js';

type Entered = Required<Pick<Transition, 'open' | 'start'>>;

/** What a phase waits for when it is entered: its first step; a first pilot; the next quarter. */
export async function enterPhase(context: ProcessContext, state: RolloutState, phase: RolloutPhase): Promise<Entered> {
  const { tx, process, now } = context;
  await setRollout(tx, process.refId, { phase, state: 'running' }, now);
  const open = [...(await nextStep(context, state, phase)), ...(phase === 'optimise' ? [quarterVisit(state, state.today)] : [])];
  // A gate that was asked for before a version had to be chosen opens the phase without a pilot; the lead then starts the first one too.
  const isFirstPilot = phase === 'pilot' && state.rollout.planVersionId !== null && (await childrenOf(tx, 'pilot', process.refId)).length === 0;
  return { open, start: isFirstPilot ? [startChild('pilot', await insertPilot(tx, process.refId, 1, now))] : [] };
}

/** The next step of the phase that is neither done nor skipped, now open; nothing when all are. */
export async function nextStep({ tx, process }: ProcessContext, state: RolloutState, phase: RolloutPhase): Promise<VisitSpec[]> {
  const step = (await stepsOfRollout(tx, process.refId)).find((one) => one.phase === phase && (one.state === 'planned' || one.state === 'open'));
  if (!step) return [];
  if (step.state === 'planned') await setStep(tx, step.id, 'open', state.today);
  return [stepVisit(state, { ...step, actualFrom: step.actualFrom ?? state.today })];
}

/** The lead carries a step out; its deadline is the end of its last day and only reminds. */
export const stepVisit = ({ rollout, zone, today }: RolloutState, step: StepRow): VisitSpec => ({
  step: 'phaseStep', assignees: [{ employeeId: rollout.leadId, why: 'rolloutLead' }], subjectId: null, timeout: 'remind', payload: { rolloutId: rollout.id, stepId: step.id, key: step.key },
  deadline: { at: endOfLocalDay(addDays(step.actualFrom ?? today, step.days - 1), zone), zone },
});

export const conditionVisit = ({ rollout }: RolloutState, { id, ownerId }: ConditionRow): VisitSpec => ({
  step: 'gateCondition', assignees: [{ employeeId: ownerId, why: 'stepOwner' }], subjectId: null, timeout: 'remind', payload: { rolloutId: rollout.id, conditionId: id }, deadline: { duration: { n: 20, unit: 'workingDay' } },
});

/** Waits for the first day of the quarter after a date. */
export function quarterVisit({ rollout, zone }: RolloutState, after: string): VisitSpec {
  const { quarter, startsOn } = nextQuarter(after);
  return { step: 'nextQuarter', assignees: [], subjectId: null, timeout: 'moveOn', remindBefore: [], payload: { rolloutId: rollout.id, quarter, startsOn }, deadline: { at: endOfLocalDay(addDays(startsOn, -1), zone), zone } };
}

/** Everything that waits in a phase, read from PostgreSQL: after a resume nothing depends on what was told meanwhile. */
export async function waiting(context: ProcessContext, state: RolloutState): Promise<VisitSpec[]> {
  const conditions = await openConditions(context.tx, state.rollout.id);
  const quarters = state.rollout.phase === 'optimise' ? [quarterVisit(state, (await lastQuarter(context)) ?? state.today)] : [];
  return [...(await nextStep(context, state, state.rollout.phase)), ...conditions.map((condition) => conditionVisit(state, condition)), ...quarters];
}

/** First day of the last quarter that was started, as `2027Q1` says. */
async function lastQuarter({ tx, process }: ProcessContext): Promise<string | undefined> {
  const key = (await childrenOf(tx, 'pdcaQuarter', process.refId)).at(-1)?.key;
  return key && `${key.slice(0, 4)}-${String(Number(key.slice(5)) * 3 - 2).padStart(2, '0')}-01`;
}
