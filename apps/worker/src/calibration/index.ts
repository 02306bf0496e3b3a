import type { ActionHandler, DecisionContext, ProcessHandlers } from '../processes/index.js';
import type { Transition } from '@fairmark/domain/process';
import { approvalExpiry } from '../approvals/index.js';
import { extendHere, extendShare } from '../deadlines/index.js';
import { comment, decide, defer, propose } from './bands.js';
import { cycleCancelled, openSession, subjectArrived } from './open.js';
import { discuss, join, leave, newChair } from './seating.js';
import { decideSignOff, requestSignOff } from './signOff.js';

export { enterCalibration } from './enter.js';

/** Rights in a session depend on the seat and on the person talked about: the rules of the session say who may, with a code that tells why not. */
const seated = (run: (context: DecisionContext) => Promise<Transition>): ActionHandler => ({ by: async () => true, run });

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
      approve: { by: 'assignee', run: (context) => decideSignOff(context, { type: 'approve', ...who(context), ...said(context) }) },
      reject: { by: 'assignee', run: (context) => decideSignOff(context, { type: 'reject', ...who(context), comment: String(context.body['comment']) }) },
    },
    process: { extend: extendHere },
  },
  expire: { signOff: approvalExpiry },
  events: { subjectArrived, cycleCancelled, hrExtend: extendShare },
};

const who = ({ actorId, assigneeId }: DecisionContext) => ({ actorId, assigneeId });
const said = ({ body }: DecisionContext) => (typeof body['comment'] === 'string' ? { comment: body['comment'] } : {});
