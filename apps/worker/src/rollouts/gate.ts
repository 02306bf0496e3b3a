import { RolloutErrors } from '@fairmark/contracts/errors';
import { ApproveGate, DecideGate, ObjectToGate, RequestGate } from '@fairmark/contracts/rollouts';
import { stepsOf } from '@fairmark/domain/approval';
import type { Transition } from '@fairmark/domain/process';
import { loadApproval } from '@fairmark/persistence/approvals';
import { openVisits } from '@fairmark/persistence/process';
import { addConditions, insertGate, keepOpinion, openGate, readinessOf, setGateApproval, type GateRow } from '@fairmark/persistence/rollouts';
import { actInApproval, startApproval, withApproval } from '../approvals/index.js';
import { refuse, type DecisionContext } from '../processes/index.js';
import { gateHost } from './gateEnded.js';
import { mustHaveVersion } from './planVersion.js';
import { stateOf } from './state.js';

/** The lead asks for the gate of the phase. Core tasks, the processes of the phase and conditions of earlier gates must be settled; everything else is for those who decide. */
export async function requestGate(context: DecisionContext): Promise<Transition> {
  const { note } = RequestGate.parse(context.body);
  const { tx, process, now, actorId } = context;
  const { rollout } = await stateOf(context);
  if (rollout.state === 'held') refuse(RolloutErrors.isHeld);
  if (rollout.phase === 'optimise') refuse(RolloutErrors.noGate);
  if (await openGate(tx, rollout.id)) refuse(RolloutErrors.gateOpen);
  if (rollout.phase === 'design') mustHaveVersion({ rollout });
  const ready = await readinessOf(tx, rollout, now);
  if (!ready.mayAsk) refuse(ready.criteria.some((one) => one.kind === 'condition') ? RolloutErrors.conditionsOpen : RolloutErrors.coreOpen, { missing: ready.criteria.filter((one) => one.met !== true && (one.kind === 'core' || one.kind === 'condition')).map((one) => one.key) });
  const gateId = await insertGate(tx, { rolloutId: rollout.id, phase: rollout.phase, note, readiness: ready }, now);
  const scope = { subjectId: null, departmentId: null, rolloutId: rollout.id };
  const step = await startApproval(context, { purpose: 'gate', step: 'gate', payload: { rolloutId: rollout.id, gateId }, scope, subjectIds: [], submitterId: actorId });
  await setGateApproval(tx, gateId, step.approvalId);
  const again = (await openVisits(tx, process.workflowId)).filter((visit) => visit.step === 'gateAgain');
  return withApproval({
    outcome: 'gateRequested', close: again.map((visit) => ({ visitId: visit.id, outcome: 'gateRequested', by: actorId })),
    audit: [{ action: 'rollout.gateRequested', object: gateId, after: { phase: rollout.phase, met: ready.met, total: ready.total }, ...(note ? { texts: { note: { body: note, ownerId: actorId } } } : {}) }],
  }, step.part);
}

/** For it, perhaps under conditions. Conditions count when the gate is approved. */
export async function approve(context: DecisionContext): Promise<Transition> {
  const { comment, conditions } = ApproveGate.parse(context.body);
  const gate = await gateOf(context);
  await addConditions(context.tx, gate.id, conditions);
  await said(context, gate, conditions.length > 0 ? 'supportWithConditions' : 'support', comment ?? null);
  return actInApproval(context, gateHost(), context.visit, { type: 'approve', ...who(context), ...(comment ? { comment } : {}) });
}

/** Against it: kept, and read by whoever decides. The chain goes on. The last node decides instead of objecting. */
export async function objectTo(context: DecisionContext): Promise<Transition> {
  const { comment } = ObjectToGate.parse(context.body);
  if (await isLastNode(context)) refuse(RolloutErrors.notLastNode);
  await said(context, await gateOf(context), 'object', comment);
  return actInApproval(context, gateHost(), context.visit, { type: 'approve', ...who(context), comment });
}

/** What the last node decides instead of approving; the decision stands in the opinion, so that whatever ends the case finds it. */
export async function decide(context: DecisionContext): Promise<Transition> {
  const { decision, comment, days } = DecideGate.parse(context.body);
  if (!(await isLastNode(context))) refuse(RolloutErrors.notLastNode);
  await said(context, await gateOf(context), decision, comment);
  return actInApproval(context, gateHost({ decision, ...(days === undefined ? {} : { days }) }), context.visit, { type: 'reject', ...who(context), comment });
}

const who = ({ actorId, assigneeId }: DecisionContext) => ({ actorId, assigneeId });

async function gateOf({ tx, process }: DecisionContext): Promise<GateRow> {
  return (await openGate(tx, process.refId)) ?? refuse(RolloutErrors.noGate);
}

const said = ({ tx, actorId, assigneeId, now }: DecisionContext, gate: GateRow, opinion: string, comment: string | null): Promise<void> => keepOpinion(tx, gate.id, { actorId, assigneeId, opinion, comment }, now);

async function isLastNode({ tx, visit }: DecisionContext): Promise<boolean> {
  const { definition } = await loadApproval(tx, String(visit.approvalId));
  return stepsOf(definition).at(-1)?.id === visit.node;
}
