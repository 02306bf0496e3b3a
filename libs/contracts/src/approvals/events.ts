import { z } from 'zod';
import { NodeId } from './nodeId.js';
import { FieldValues } from './operators.js';
import { byPerson, common } from './eventBase.js';
import { AddAfterEvent, AddBeforeEvent, AddBesideEvent, ConsultEvent, HandOverEvent, OpinionEvent, ReadEvent, RemoveAddedEvent, TakeBackEvent, TransferEvent, WithdrawEvent } from './operatorEvents.js';
import { Chosen, Resolution } from './parties.js';

const flags = z.record(z.string(), z.boolean()).optional();

/** Flags and fields change when the approver edited the content: what follows must fit the content that was approved. */
export const ApproveEvent = z.object({ ...byPerson, type: z.literal('approve'), flags, fields: FieldValues.optional() });
/** Needs a comment. */
export const RejectEvent = z.object({ ...byPerson, type: z.literal('reject') });
/**
 * Sends the case back, to the submitter (`to: 'submitter'`) or to a node that was passed. `rerun`: every node from there runs again;
 * `straightBack`: afterwards it comes straight back to the one who returned it. Needs a comment.
 */
export const ReturnEvent = z.object({
  ...byPerson,
  type: z.literal('return'),
  to: z.union([z.literal('submitter'), z.object({ nodeId: NodeId })]),
  then: z.enum(['rerun', 'straightBack']),
});
/** The submitter hands in again after a return; flags, fields and chosen people may have changed with the content. */
export const ResubmitEvent = z.object({ ...common, type: z.literal('resubmit'), actorId: z.string(), flags, fields: FieldValues.optional(), chosen: Chosen.optional() });
/** The deadline of an open task has passed; the node's policy decides what happens. The task `resubmission` stands for the submitter of a returned case. */
export const TimeoutEvent = z.object({ ...common, type: z.literal('timeout'), taskId: z.string() });
/** HR gives an open task to somebody else. Needs a comment. */
export const ReassignEvent = z.object({ ...byPerson, type: z.literal('reassign'), toPersonId: z.string(), toActive: z.boolean() });
/**
 * The organisation changed: open tasks of people who are no longer active move on. With `follow`, the declared policy of the process, so do tasks of people
 * whom the node's source no longer names: the new manager takes over from the old one. Without it they stay.
 */
export const OrganisationEvent = z.object({ ...common, type: z.literal('organisationChanged'), resolution: Resolution, follow: z.boolean().optional() });

/** Everything that can happen to a running approval. */
export const ApprovalEvent = z.discriminatedUnion('type', [
  ApproveEvent, RejectEvent, ReturnEvent, ResubmitEvent, TimeoutEvent, ReassignEvent, OrganisationEvent,
  AddBeforeEvent, AddAfterEvent, AddBesideEvent, RemoveAddedEvent, TransferEvent, ConsultEvent, OpinionEvent, HandOverEvent, WithdrawEvent, TakeBackEvent, ReadEvent,
]);
export type ApprovalEvent = z.infer<typeof ApprovalEvent>;
