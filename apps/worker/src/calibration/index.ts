import type { ActionHandler, DecisionContext, ProcessHandlers } from '../processes/index.js';
import type { Transition } from '@fairmark/domain/process';
import { ReturnCase } from '@fairmark/contracts/approvals';
import { actInApproval, approvalExpiry, operatorActions, type ApprovalAct } from '../approvals/index.js';
import { extendHere, extendShare } from '../deadlines/index.js';
import { comment, decide, defer, propose } from './bands.js';
import { followOrganisation } from './follow.js';
import { cycleCancelled, openSession, subjectArrived } from './open.js';
import { discuss, join, leave, newChair } from './seating.js';
import { requestSignOff, signOffHost } from './signOff.js';

export { enterCalibration } from './enter.js';

/** Rights in a session depend on the seat and on the person talked about: the rules of the session say who may, with a code that tells why not. */
const seated = (run: (context: DecisionContext) => Promise<Transition>): ActionHandler => ({ by: async () => true, run });

const inSignOff = (act: (context: DecisionContext) => ApprovalAct): ActionHandler => ({ by: 'assignee', run: (context) => actInApproval(context, signOffHost, context.visit, act(context)) });

/** Rules of a calibration session. */
export const calibrationHandlers: ProcessHandlers = {
  kind: 'calibration',
  open: openSession,
  actions: {
    deliberation: {
      propose: seated(propose), comment: seated(comment), decide: seated(decide), defer: seated(defer), discuss: seated(discuss), newChair: seated(newChair), join: seated(join), leave: seated(leave),
      requestSignOff: seated(requestSignOff),
    },
    signOff: {
      approve: inSignOff((context) => ({ type: 'approve', ...who(context), ...said(context) })),
      reject: inSignOff((context) => ({ type: 'reject', ...who(context), comment: String(context.body['comment']) })),
      return: inSignOff((context) => ({ type: 'return', ...who(context), ...ReturnCase.parse(context.body) })),
      ...operatorActions(signOffHost),
    },
    process: { extend: extendHere },
  },
  expire: { signOff: approvalExpiry(signOffHost) },
  events: { subjectArrived, cycleCancelled, hrExtend: extendShare, organisationChanged: followOrganisation },
};

const who = ({ actorId, assigneeId }: DecisionContext) => ({ actorId, assigneeId });
const said = ({ body }: DecisionContext) => (typeof body['comment'] === 'string' ? { comment: body['comment'] } : {});
