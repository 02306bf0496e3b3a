import { RolloutErrors } from '@fairmark/contracts/errors';
import type { DecideGate, RolloutPhase } from '@fairmark/contracts/rollouts';
import { phaseAfter, phaseBefore } from '@fairmark/domain/rollouts';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { abandonApproval } from '@fairmark/persistence/approvals';
import { openVisits } from '@fairmark/persistence/process';
import { decideGate, openConditions, openGate, planPhase, setRollout, stepsOfRollout } from '@fairmark/persistence/rollouts';
import type { ApprovalHost } from '../approvals/index.js';
import { refuse, type ProcessContext } from '../processes/index.js';
import { ENDED, tellChildren } from './children.js';
import { holdAll } from './hold.js';
import { conditionVisit, enterPhase } from './phases.js';
import { stateOf, type RolloutState } from './state.js';

type Decision = Pick<DecideGate, 'decision' | 'days'>;

/** What follows from a gate. `decided` is what the last node said; without it a case that is not approved asks for changes. */
export const gateHost = (decided: Decision = { decision: 'changes' }): ApprovalHost => ({
  async ended(context, { outcome, approvalId }) {
    const gate = await openGate(context.tx, context.process.refId);
    if (!gate) return { outcome, audit: [] };
    if (outcome === 'returned') await abandonApproval(context.tx, approvalId, 'returned', context.now);
    const state = await stateOf(context);
    return outcome === 'approved' ? passed(context, state, gate.id) : notPassed(context, state, gate.id, outcome === 'rejected' ? decided : { decision: 'changes' });
  },
});

async function passed(context: ProcessContext, state: RolloutState, gateId: string): Promise<Transition> {
  const { tx, now, process } = context;
  const conditions = await openConditions(tx, state.rollout.id, gateId);
  const decision = conditions.length > 0 ? 'approvedWithConditions' : 'approved';
  await decideGate(tx, gateId, decision, now);
  const phase = phaseAfter(state.rollout.phase) as RolloutPhase;
  // Steps that are not core may still be open; the phase is left with them.
  const before = (await openVisits(tx, process.workflowId)).filter((visit) => visit.step === 'phaseStep');
  const entered = await enterPhase(context, state, phase);
  return {
    ...told(state, gateId, decision, { phase }), step: phase, close: before.map((visit) => ({ visitId: visit.id, outcome: 'phaseLeft' })),
    open: [...entered.open, ...conditions.map((condition) => conditionVisit(state, condition))], start: entered.start,
  };
}

async function notPassed(context: ProcessContext, state: RolloutState, gateId: string, { decision, days = 20 }: Decision): Promise<Transition> {
  const { tx, now } = context;
  if (decision === 'back' && !phaseBefore(state.rollout.phase)) refuse(RolloutErrors.noPhaseBefore);
  await decideGate(tx, gateId, decision, now);
  const outcome = told(state, gateId, decision, {});
  switch (decision) {
    case 'changes':
      return { ...outcome, open: [askAgain(state, gateId, 20)] };
    case 'extend':
      return { ...outcome, open: [askAgain(state, gateId, days)] };
    case 'hold':
      return { ...outcome, ...(await holdAll(context, state)) };
    case 'back':
      return { ...outcome, ...(await goBack(context, state)) };
    case 'terminate':
      return { ...outcome, ...(await terminate(context, state)) };
  }
}

/** The lead changes what was asked for, or uses the time that was given, and asks again. */
const askAgain = ({ rollout }: RolloutState, gateId: string, days: number): VisitSpec => ({
  step: 'gateAgain', assignees: [{ employeeId: rollout.leadId, why: 'rolloutLead' }], subjectId: null, timeout: 'remind', deadline: { duration: { n: days, unit: 'day' } }, payload: { rolloutId: rollout.id, gateId },
});

/** The phase before is gone through once more, from today. */
async function goBack(context: ProcessContext, state: RolloutState): Promise<Partial<Transition>> {
  const { tx, process } = context;
  const phase = phaseBefore(state.rollout.phase) as RolloutPhase;
  const round = Math.max(1, ...(await stepsOfRollout(tx, state.rollout.id)).filter((step) => step.phase === phase).map((step) => step.round));
  await planPhase(tx, state.rollout.id, phase, state.settings, state.today, round + 1);
  const open = (await openVisits(tx, process.workflowId)).filter((visit) => visit.step === 'phaseStep');
  const signals = await tellChildren(context, ENDED, { cause: 'back' });
  return { step: phase, close: open.map((visit) => ({ visitId: visit.id, outcome: 'wentBack' })), signals, ...(await enterPhase(context, state, phase)) };
}

async function terminate(context: ProcessContext, { rollout }: RolloutState): Promise<Partial<Transition>> {
  const { tx, process, now } = context;
  await setRollout(tx, rollout.id, { state: 'closed', outcome: 'terminated' }, now);
  const open = (await openVisits(tx, process.workflowId)).filter((visit) => visit.step !== 'gate');
  return { finish: { outcome: 'terminated' }, close: open.map((visit) => ({ visitId: visit.id, outcome: 'terminated' })), signals: await tellChildren(context, ENDED, { cause: 'terminated' }) };
}

const told = ({ rollout }: RolloutState, gateId: string, decision: string, after: Record<string, unknown>): Transition => ({
  outcome: decision, audit: [{ action: 'rollout.gateDecided', object: gateId, before: { phase: rollout.phase }, after: { decision, ...after } }],
  notices: [{ employeeId: rollout.leadId, kind: 'rollout.gateDecided', link: `/rollouts/${rollout.id}` }],
});
