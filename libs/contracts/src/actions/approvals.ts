import {
  AddApprovers, ApproveCase, CommentOnCase, ConsultPerson, GiveOpinion, MarkRead, NudgeApprovers, RejectCase, RemoveApprover, ResubmitCase, ReturnCase, TakeBackDecision, TransferTask, WithdrawCase,
} from '../approvals/index.js';
import { ExtendVisit } from '../cycles/index.js';
import type { StepActions } from './registry.js';

/** What people can do in any step that an approval opens, besides the decision itself, whose body belongs to the matter. */
export const approvalOperators = {
  addBefore: AddApprovers, addAfter: AddApprovers, addBeside: AddApprovers, removeAdded: RemoveApprover, transfer: TransferTask, consult: ConsultPerson, opinion: GiveOpinion, takeBack: TakeBackDecision,
  comment: CommentOnCase, read: MarkRead, withdraw: WithdrawCase, nudge: NudgeApprovers,
} as const;

/** Actions of an approval that is a process of its own. */
export const approvalActions: StepActions = {
  approval: { approve: ApproveCase, reject: RejectCase, return: ReturnCase, ...approvalOperators },
  resubmission: { resubmit: ResubmitCase, withdraw: WithdrawCase, comment: CommentOnCase },
  process: { withdraw: WithdrawCase, nudge: NudgeApprovers, resubmit: ResubmitCase, comment: CommentOnCase, extend: ExtendVisit },
};
