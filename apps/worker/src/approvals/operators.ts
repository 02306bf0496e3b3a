import { AddApprovers, CommentOnCase, ConsultPerson, GiveOpinion, RemoveApprover, TakeBackDecision, TransferTask, WithdrawCase } from '@fairmark/contracts/approvals';
import type { Transition } from '@fairmark/domain/process';
import { markRead } from '@fairmark/persistence/approvals';
import type { ActionHandler, DecisionContext } from '../processes/index.js';
import { commentOn } from './comment.js';
import { actInApproval, type ApprovalHost } from './host.js';
import { isConcerned, isSubmitter, isSubmitterOrHr, wasAsked } from './involved.js';
import { nudge } from './nudge.js';
import type { ApprovalAct } from './request.js';

type Actions = Record<string, ActionHandler>;

/** What everybody does in the visits of approvals, whatever is approved. The decision itself belongs to the matter: its actions stand beside these. */
export function operatorActions(host: ApprovalHost): Actions {
  const act = (build: (context: DecisionContext) => ApprovalAct) => (context: DecisionContext): Promise<Transition> => actInApproval(context, host, context.visit, build(context));
  const adds = (type: 'addBefore' | 'addAfter' | 'addBeside'): ActionHandler => ({ by: 'assignee', run: act((context) => ({ type, ...who(context), ...AddApprovers.parse(context.body) })) });
  return {
    addBefore: adds('addBefore'),
    addAfter: adds('addAfter'),
    addBeside: adds('addBeside'),
    removeAdded: { by: wasAsked, run: act((context) => ({ type: 'removeAdded', ...who(context), ...RemoveApprover.parse(context.body) })) },
    transfer: { by: 'assignee', run: act((context) => toAnother('transfer', context, TransferTask.parse(context.body).toPersonId)) },
    consult: { by: 'assignee', run: act((context) => toAnother('consult', context, ConsultPerson.parse(context.body).personId)) },
    opinion: { by: 'assignee', run: act((context) => ({ type: 'opinion', ...who(context), ...GiveOpinion.parse(context.body) })) },
    takeBack: { by: wasAsked, evenClosed: true, run: act((context) => ({ type: 'takeBack', ...who(context), ...TakeBackDecision.parse(context.body) })) },
    read: { by: wasAsked, evenClosed: true, run: read },
    comment: { by: isConcerned, evenClosed: true, run: (context) => commentOn(context, context.visit, CommentOnCase.parse(context.body).comment) },
    withdraw: { by: isSubmitter, run: withdraw(host) },
    nudge: { by: isSubmitterOrHr, run: nudge },
  };
}

const who = ({ actorId, assigneeId }: DecisionContext) => ({ actorId, assigneeId });

function toAnother(type: 'transfer' | 'consult', context: DecisionContext, toId: string): ApprovalAct {
  return { type, ...who(context), toId, comment: String(context.body['comment']) };
}

/** 撤回, in any of its visits. */
export const withdraw =
  (host: ApprovalHost) =>
  (context: DecisionContext): Promise<Transition> =>
    actInApproval(context, host, approvalOf(context), { type: 'withdraw', actorId: context.actorId, ...WithdrawCase.parse(context.body) });

/** The case of a visit; of an approval that is a process of its own, that of the process. */
export const approvalOf = ({ visit, process }: DecisionContext): string => visit.approvalId ?? process.refId;

/** 已阅: decides nothing, so neither the case nor its visits change. */
async function read(context: DecisionContext): Promise<Transition> {
  await markRead(context.tx, approvalOf(context), context.actorId, context.now);
  return { outcome: 'read', audit: [] };
}
