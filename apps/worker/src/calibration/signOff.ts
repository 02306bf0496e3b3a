import { RequestSignOff } from '@fairmark/contracts/calibration';
import type { ApprovalDefinition } from '@fairmark/contracts/approvals';
import { calibrationSignOff } from '@fairmark/domain/approval';
import { checkSignOff, type SignOffCheck } from '@fairmark/domain/calibration';
import { localDateOf } from '@fairmark/domain/calendar';
import type { Transition } from '@fairmark/domain/process';
import { quotaScope, type CalibrationSession } from '@fairmark/persistence/calibration';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql } from '@fairmark/persistence/database';
import { applyApproval, startApproval, withApproval, type ApprovalAct, type ApprovalStep } from '../approvals/index.js';
import { refuse, type DecisionContext, type ProcessContext } from '../processes/index.js';
import { deliberation } from './deliberation.js';
import { settle } from './settle.js';
import { bandCodes, permittedState, sessionState, type SessionState } from './state.js';

/** The chair asks for the sign-off: everything must be decided now; the deliberation ends while it is being signed. */
export async function requestSignOff(context: DecisionContext): Promise<Transition> {
  const { explanation = null } = RequestSignOff.parse(context.body);
  const state = await permittedState(context, 'signOff');
  const check = await signOffCheck(context, state, explanation);
  const first = check.problems[0];
  if (first) refuse(first.code, { problems: check.problems });
  const { tx, visit, actorId } = context;
  await tx.run(sql`update calibration_sessions set quota_explanation = ${explanation}, discussed_group_id = null where id = ${state.session.id}`);
  const transition: Transition = {
    outcome: 'signOffRequested',
    close: [{ visitId: visit.id, outcome: 'signOffRequested', by: actorId }],
    audit: [{ action: 'calibration.signOffRequested', object: state.session.id, ...(explanation ? { texts: { explanation: { body: explanation, ownerId: actorId } } } : {}) }],
  };
  const missed = check.quotas.some((quota) => quota.applies === 'soft' && !quota.met);
  const step = await startApproval(context, {
    definition: signOffDefinition(state.session), step: 'signOff', scope: { subjectId: null, departmentId: state.session.departmentId, sessionId: state.session.id },
    subjectIds: state.subjects.map((subject) => subject.employeeId), submitterId: actorId, flags: { hrFirst: missed },
  });
  return withApproval(await follow(context, step, transition), step.part);
}

/** A decision about the sign-off: approved it ends the session, otherwise the session deliberates again. */
export async function decideSignOff(context: DecisionContext, act: ApprovalAct): Promise<Transition> {
  const step = await applyApproval(context, context.visit, act);
  return withApproval(await follow(context, step, { outcome: step.outcome === 'running' ? act.type : step.outcome, audit: [] }), step.part);
}

async function follow(context: DecisionContext, step: ApprovalStep, transition: Transition): Promise<Transition> {
  if (step.outcome === 'running') return transition;
  const state = await sessionState(context);
  const check = step.outcome === 'approved' ? await signOffCheck(context, state, state.session.explanation) : null;
  if (check?.allowed) return settle(context, state, transition);
  // Somebody may have joined while it was being signed: the session takes up its work again, nothing is lost.
  return { ...transition, outcome: 'reopened', open: [...(transition.open ?? []), await deliberation(context, state)] };
}

/** Everything that stands in the way of the sign-off. Quotas of groups in which other departments are still open are shown, not enforced. */
export async function signOffCheck({ tx, now }: ProcessContext, { session, subjects }: SessionState, explanation: string | null): Promise<SignOffCheck> {
  const { zone } = await calendarOf(tx, session.chairId);
  const scope = await quotaScope(tx, session, subjects);
  return checkSignOff({
    people: subjects, others: scope.others, bands: bandCodes(session), quotaMode: session.plan.quotas.mode, quotas: session.plan.quotas.quotas, smallestGroup: session.plan.quotas.smallestGroup,
    groups: scope.groups.filter((group) => group.complete), explanation, today: localDateOf(now, zone),
  });
}

/** The shipped definition; where a demonstration runs in seconds the sign-off does too. */
function signOffDefinition({ plan }: CalibrationSession): ApprovalDefinition {
  const length = plan.steps.calibration?.duration;
  if (length?.unit !== 'second') return calibrationSignOff;
  return { ...calibrationSignOff, nodes: calibrationSignOff.nodes.map((node) => ({ ...node, duration: length, reminders: [] })) };
}
