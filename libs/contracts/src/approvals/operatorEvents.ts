import { z } from 'zod';
import { byPerson, common } from './eventBase.js';
import { Candidate } from './parties.js';

const people = z.array(Candidate).min(1).max(20);
const toPerson = { toPersonId: z.string(), toActive: z.boolean() };

/** 前加签: the added people act first, then it comes back to the adder. */
export const AddBeforeEvent = z.object({ ...byPerson, type: z.literal('addBefore'), people });
/** 后加签: the adder approves with this; the added people act before the next node. */
export const AddAfterEvent = z.object({ ...byPerson, type: z.literal('addAfter'), people });
/** 并加签: the added people join the node. */
export const AddBesideEvent = z.object({ ...byPerson, type: z.literal('addBeside'), people });
/** 减签: `taskId` is the task of somebody whom the actor added and who has not acted. */
export const RemoveAddedEvent = z.object({ ...byPerson, type: z.literal('removeAdded') });
/** 转办: B replaces A, B's decision moves on. */
export const TransferEvent = z.object({ ...byPerson, ...toPerson, type: z.literal('transfer') });
/** 委派: B gives an opinion, the task returns to A, A decides. */
export const ConsultEvent = z.object({ ...byPerson, ...toPerson, type: z.literal('consult') });
/** The opinion of somebody who was consulted. Needs a comment. */
export const OpinionEvent = z.object({ ...byPerson, type: z.literal('opinion') });
/** 离职转办: every task of a leaver moves to the successor, without one to whom the node names or its fallback. Changes nothing when nothing is left to move. */
export const HandOverEvent = z.object({ ...common, type: z.literal('handOver'), fromId: z.string(), to: Candidate.nullable(), actorId: z.string().nullable() });
/** 撤回: by the submitter while the chain runs; after its end only where the process allows it. */
export const WithdrawEvent = z.object({ ...common, type: z.literal('withdraw'), actorId: z.string(), commentId: z.string().min(1).optional() });
/** 拿回: `taskId` is the task that the actor has decided, while the next person has not acted. */
export const TakeBackEvent = z.object({ ...byPerson, type: z.literal('takeBack') });
/** 已阅: of a copy or a task; decides nothing. */
export const ReadEvent = z.object({ ...byPerson, type: z.literal('read') });
