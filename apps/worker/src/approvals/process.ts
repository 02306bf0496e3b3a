import { CommentOnCase, ReturnCase } from '@fairmark/contracts/approvals';
import type { Transition } from '@fairmark/domain/process';
import { keepLine } from '@fairmark/persistence/changes';
import { approvalActOf, changeOf } from '../changes/index.js';
import { extendHere } from '../deadlines/index.js';
import type { ActionHandler, DecisionContext, EventContext, ProcessHandlers } from '../processes/index.js';
import { commentOn } from './comment.js';
import { actInApproval, organisationInApproval } from './host.js';
import { isConcerned, isSubmitter, isSubmitterOrHr } from './involved.js';
import { approvalExpiry } from './merge.js';
import { nudge } from './nudge.js';
import { open } from './open.js';
import { operatorActions, withdraw } from './operators.js';
import { processHost, withdrawalOver } from './processHost.js';
import type { ApprovalAct } from './request.js';
import { handInAgain } from './resubmission.js';

const decide = (act: (context: DecisionContext) => ApprovalAct): ActionHandler => ({ by: 'assignee', run: (context) => actInApproval(context, processHost, context.visit, act(context)) });
const who = ({ actorId, assigneeId }: DecisionContext) => ({ actorId, assigneeId });
const said = ({ body }: DecisionContext) => (typeof body['comment'] === 'string' ? { comment: body['comment'] } : {});
const comment: ActionHandler = { by: isConcerned, run: (context) => commentOn(context, context.visit, CommentOnCase.parse(context.body).comment) };
const withdrawal: ActionHandler = { by: isSubmitter, run: withdraw(processHost) };

async function organisationChanged(context: EventContext): Promise<Transition | null> {
  const change = await changeOf(context);
  if (change) await keepLine(context.tx, context.process.refId, change);
  return organisationInApproval(context, processHost, context.process.refId, approvalActOf(context, change));
}

/** Rules of an approval that is a process of its own: a chain with a lifetime, whatever is approved. */
export const approvalHandlers: ProcessHandlers = {
  kind: 'approval',
  open,
  actions: {
    approval: {
      approve: decide((context) => ({ type: 'approve', ...who(context), ...said(context) })),
      reject: decide((context) => ({ type: 'reject', ...who(context), comment: String(context.body['comment']) })),
      return: decide((context) => ({ type: 'return', ...who(context), ...ReturnCase.parse(context.body) })),
      ...operatorActions(processHost),
    },
    resubmission: { resubmit: { by: 'assignee', run: handInAgain }, withdraw: withdrawal, comment },
    process: { withdraw: withdrawal, nudge: { by: isSubmitterOrHr, run: nudge }, resubmit: { by: isSubmitter, run: handInAgain }, comment, extend: extendHere },
  },
  expire: { approval: approvalExpiry(processHost), withdrawal: withdrawalOver },
  events: { organisationChanged },
};
