import { ReturnCase } from '@fairmark/contracts/approvals';
import { ISSUE_REPORTED } from '@fairmark/contracts/issues';
import { actInApproval, approvalExpiry, operatorActions, type ApprovalAct } from '../approvals/index.js';
import { issueAnswer, issueReported } from '../issues/index.js';
import type { ActionHandler, DecisionContext, ProcessHandlers } from '../processes/index.js';
import { CHILD_REPORTED } from './children.js';
import { close } from './conditions.js';
import { accept, record } from './deliverables.js';
import { approve, decide, objectTo, requestGate } from './gate.js';
import { gateHost } from './gateEnded.js';
import { hold, resume } from './hold.js';
import { openRollout } from './open.js';
import { planReviewHost, requestPlanReview } from './planReview.js';
import { usePlanVersion } from './planVersion.js';
import { beginQuarter, childReported, grant, startPilot, startWave } from './startChildren.js';
import { oneOf } from './state.js';
import { complete, replan, skip } from './steps.js';

const asked = (run: ActionHandler['run']): ActionHandler => ({ by: 'assignee', run });
const reviewing = (act: (context: DecisionContext) => ApprovalAct): ActionHandler => asked((context) => actInApproval(context, planReviewHost, context.visit, act(context)));
const who = ({ actorId, assigneeId }: DecisionContext) => ({ actorId, assigneeId });
const said = ({ body }: DecisionContext) => (typeof body['comment'] === 'string' ? { comment: body['comment'] } : {});
const lead = oneOf('leadOf');
const leadOrHr = oneOf('leadOf', 'hr');
const anyOfThem = oneOf('leadOf', 'sponsorOf', 'hr');

/** Rules of a rollout through its phases. */
export const rolloutHandlers: ProcessHandlers = {
  kind: 'rollout',
  open: openRollout,
  actions: {
    phaseStep: { complete: asked(complete) },
    planReview: {
      approve: reviewing((context) => ({ type: 'approve', ...who(context), ...said(context) })),
      reject: reviewing((context) => ({ type: 'reject', ...who(context), comment: String(context.body['comment']) })),
      return: reviewing((context) => ({ type: 'return', ...who(context), ...ReturnCase.parse(context.body) })),
      ...operatorActions(planReviewHost),
    },
    gate: { approve: asked(approve), object: asked(objectTo), reject: asked(decide), ...operatorActions(gateHost()) },
    gateAgain: { ask: asked(requestGate) },
    gateCondition: { closeCondition: asked(close) },
    issueAnswer: { answer: issueAnswer },
    process: {
      replan: { by: leadOrHr, run: replan }, skip: { by: leadOrHr, run: skip }, recordDeliverable: { by: oneOf('leadOf', 'teamOf'), run: record }, acceptDeliverable: { by: oneOf('sponsorOf', 'hr'), run: accept },
      requestPlanReview: { by: lead, run: requestPlanReview }, requestGate: { by: lead, run: requestGate }, hold: { by: anyOfThem, run: hold }, resume: { by: anyOfThem, run: resume },
      startPilot: { by: lead, run: startPilot }, grantPilot: { by: oneOf('sponsorOf'), run: grant }, startWave: { by: lead, run: startWave }, usePlanVersion: { by: leadOrHr, run: usePlanVersion },
    },
  },
  expire: { planReview: approvalExpiry(planReviewHost), gate: approvalExpiry(gateHost()), nextQuarter: beginQuarter },
  events: { [CHILD_REPORTED]: childReported, [ISSUE_REPORTED]: issueReported },
};
