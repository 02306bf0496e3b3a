import { z } from 'zod';
import { Id } from '../common/index.js';
import { AppealGround, AppealItem, AppealOutcome, AppealValue, RefusalGround, SecondLevelGround } from './vocabulary.js';

const Text = z.string().trim().min(1).max(10_000);
const Papers = z.array(Id).max(50).default([]);

/** Body of the action `appeal` of an acknowledgement or of a buffer's outcome. The papers are frozen as evidence set 1 when it is filed. */
export const FileAppeal = z
  .object({ items: z.array(z.object({ item: AppealItem, ground: AppealGround, text: Text })).min(1).max(50), paperIds: Papers })
  .meta({ id: 'FileAppeal' });
export type FileAppeal = z.infer<typeof FileAppeal>;

/** Body of the action `decide` of an admissibility visit. */
export const DecideAdmissibility = z
  .discriminatedUnion('decision', [
    z.object({ decision: z.literal('admit') }),
    z.object({ decision: z.literal('refuse'), ground: RefusalGround, text: Text }),
  ])
  .meta({ id: 'DecideAdmissibility' });
export type DecideAdmissibility = z.infer<typeof DecideAdmissibility>;

/** Body of the action `requestPapers`: once per appeal, three working days. */
export const RequestPapers = z.object({ text: Text }).meta({ id: 'RequestPapers' });
export type RequestPapers = z.infer<typeof RequestPapers>;

/** Body of the action `submit` of a papers visit: the employee's answer, frozen as evidence set 2. */
export const SubmitPapers = z.object({ paperIds: z.array(Id).min(1).max(50), text: z.string().max(10_000).optional() }).meta({ id: 'SubmitPapers' });
export type SubmitPapers = z.infer<typeof SubmitPapers>;

/** Body of the action `give` of a statement visit: the manager, who sees the grounds but not the deliberation. */
export const GiveStatement = z.object({ text: Text, paperIds: Papers }).meta({ id: 'GiveStatement' });
export type GiveStatement = z.infer<typeof GiveStatement>;

/** Who scores again: the original scorer for data errors only, else another manager named by the panel. */
export const Rescorer = z
  .discriminatedUnion('kind', [z.object({ kind: z.literal('originalScorer') }), z.object({ kind: z.literal('otherManager'), managerId: Id })])
  .meta({ id: 'Rescorer' });
export type Rescorer = z.infer<typeof Rescorer>;

/** Body of the action `propose`: what a panel member wants decided. Facts, rule and reason go to the employee when it wins. */
export const ProposeDecision = z
  .object({
    outcome: AppealOutcome,
    items: z.array(z.object({ item: AppealItem, value: AppealValue.nullable() })).max(50),
    rescorer: Rescorer.optional(),
    facts: Text,
    rule: Text,
    reason: Text,
  })
  .meta({ id: 'ProposeDecision' });
export type ProposeDecision = z.infer<typeof ProposeDecision>;

/** Body of the action `vote`. Equal votes, no abstention; a vote is final for its ballot. */
export const VoteOnAppeal = z.object({ proposalId: Id, ballot: z.union([z.literal(1), z.literal(2)]) }).meta({ id: 'VoteOnAppeal' });
export type VoteOnAppeal = z.infer<typeof VoteOnAppeal>;

/** Body of the action `file` of a second-level filing. */
export const FileSecondLevel = z.object({ ground: SecondLevelGround, text: Text, paperIds: Papers }).meta({ id: 'FileSecondLevel' });
export type FileSecondLevel = z.infer<typeof FileSecondLevel>;

/** Body of the action `replaceMember` of an appeal, an act of HR: the seat goes to the next alternate of the draw. The reason can be read by everybody concerned. */
export const ReplaceMember = z.strictObject({ memberId: Id, reason: z.string().trim().min(1).max(2_000) }).meta({ id: 'ReplaceMember' });
export type ReplaceMember = z.infer<typeof ReplaceMember>;

/** Body of the action `withdraw` of an appeal, possible until the decision. */
export const WithdrawAppeal = z.object({ confirmed: z.literal(true) }).meta({ id: 'WithdrawAppeal' });
export type WithdrawAppeal = z.infer<typeof WithdrawAppeal>;
