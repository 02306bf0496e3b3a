import { z } from 'zod';
import { Id } from '../common/index.js';
import { NodeId } from './nodeId.js';

const Text = z.string().trim().min(1).max(2_000);
const Said = Text.optional();
const Several = z.array(Id).min(1).max(20);

/** Values of the form by field id. */
export const FieldValues = z.record(z.string().min(1).max(40), z.union([z.string().max(200), z.number(), z.boolean()]));
export type FieldValues = z.infer<typeof FieldValues>;

/** 同意. */
export const ApproveCase = z.strictObject({ comment: Said }).meta({ id: 'ApproveCase' });
/** 拒绝. */
export const RejectCase = z.strictObject({ comment: Text }).meta({ id: 'RejectCase' });
/** 退回 to the submitter or to a node that was passed; the returner chooses what follows after it comes back. */
export const ReturnCase = z
  .strictObject({ to: z.union([z.literal('submitter'), z.object({ nodeId: NodeId })]).default('submitter'), then: z.enum(['rerun', 'straightBack']).default('rerun'), comment: Text })
  .meta({ id: 'ReturnCase' });
export type ReturnCase = z.infer<typeof ReturnCase>;
/** 加签: before me, after me (which approves), or beside me. */
export const AddApprovers = z.strictObject({ personIds: Several, comment: Said }).meta({ id: 'AddApprovers' });
/** 减签: somebody whom I added and who has not acted. */
export const RemoveApprover = z.strictObject({ personId: Id, comment: Said }).meta({ id: 'RemoveApprover' });
/** 转办: somebody else decides in my place. */
export const TransferTask = z.strictObject({ toPersonId: Id, comment: Text }).meta({ id: 'TransferTask' });
/** 委派: an opinion is asked for; the task returns to me. */
export const ConsultPerson = z.strictObject({ personId: Id, comment: Text }).meta({ id: 'ConsultPerson' });
/** The opinion of somebody who was consulted. */
export const GiveOpinion = z.strictObject({ comment: Text }).meta({ id: 'GiveOpinion' });
/** 拿回: my decision, while the next person has not acted. */
export const TakeBackDecision = z.strictObject({ comment: Said }).meta({ id: 'TakeBackDecision' });
/** 意见. */
export const CommentOnCase = z.strictObject({ comment: Text }).meta({ id: 'CommentOnCase' });
/** 已阅. */
export const MarkRead = z.strictObject({}).meta({ id: 'MarkRead' });
/** 撤回 by who submitted. */
export const WithdrawCase = z.strictObject({ comment: Said }).meta({ id: 'WithdrawCase' });
/** 催办; without names everybody for whom it waits, each at most once a day. */
export const NudgeApprovers = z.strictObject({ personIds: Several.optional() }).meta({ id: 'NudgeApprovers' });
/** Handed in again after a return. */
export const ResubmitCase = z.strictObject({ fields: FieldValues.optional(), comment: Said }).meta({ id: 'ResubmitCase' });
