import { RequestSignOff } from '@fairmark/contracts/calibration';
import type { ApprovalDefinition } from '@fairmark/contracts/approvals';
import { withDuration } from '@fairmark/domain/approval';
import { checkSignOff, type SignOffCheck } from '@fairmark/domain/calibration';
import { localDateOf } from '@fairmark/domain/calendar';
import type { Transition } from '@fairmark/domain/process';
import { quotaScope, type CalibrationSession } from '@fairmark/persistence/calibration';
import { calendarOf } from '@fairmark/persistence/calendar';
import { abandonApproval } from '@fairmark/persistence/approvals';
import { sql } from '@fairmark/persistence/database';
import { startApproval, withApproval, type ApprovalHost } from '../approvals/index.js';
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
    purpose: 'calibrationSignOff', timed: inSeconds(state.session), step: 'signOff', scope: { subjectId: null, departmentId: state.session.departmentId, sessionId: state.session.id },
    subjectIds: state.subjects.map((subject) => subject.employeeId), submitterId: actorId, flags: { hrFirst: missed },
  });
  return withApproval(step.outcome === 'running' ? transition : await follow(context, step.outcome, transition, actorId), step.part);
}

/** What follows from the sign-off: approved it ends the session, otherwise the session deliberates again. */
export const signOffHost: ApprovalHost = {
  async ended(context, { outcome, approvalId, actorId }) {
    if (outcome === 'returned') await abandonApproval(context.tx, approvalId, 'returned', context.now);
    return follow(context, outcome, { outcome, audit: [] }, actorId);
  },
};

async function follow(context: ProcessContext, outcome: string, transition: Transition, actorId: string | null): Promise<Transition> {
  const state = await sessionState(context);
  const check = outcome === 'approved' ? await signOffCheck(context, state, state.session.explanation) : null;
  if (check?.allowed) return settle(context, state, transition, actorId);
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

/** Where a demonstration runs in seconds the sign-off does too. */
const inSeconds =
  ({ plan }: CalibrationSession) =>
  (definition: ApprovalDefinition): ApprovalDefinition => {
    const duration = plan.steps.calibration?.duration;
    return duration?.unit === 'second' ? withDuration(definition, duration) : definition;
  };
