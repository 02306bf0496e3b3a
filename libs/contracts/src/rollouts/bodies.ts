import { z } from 'zod';
import { Id, LocalDate } from '../common/index.js';
import { RolloutSettings } from './settings.js';

const Reason = z.string().trim().min(1).max(1_000);
const Comment = z.string().trim().max(2_000).optional();

/** A rollout of a plan: who answers for it, whom it concerns. Without settings the defaults count. */
export const CreateRollout = z
  .strictObject({
    name: z.string().trim().min(1).max(200), nameEn: z.string().trim().max(200).nullable().default(null), planCode: z.string().min(1).max(60), sponsorId: Id, leadId: Id,
    team: z.array(z.strictObject({ employeeId: Id, area: z.string().trim().min(1).max(60) })).max(50).default([]), departmentIds: z.array(Id).min(1).max(100),
    scope: z.strictObject({ regions: z.array(z.string().min(1).max(60)).max(100).default([]), communityIds: z.array(Id).max(20_000).default([]) }).default({ regions: [], communityIds: [] }),
    startsOn: LocalDate, settings: RolloutSettings.optional(),
  })
  .meta({ id: 'CreateRollout' });
export type CreateRollout = z.infer<typeof CreateRollout>;

export const CompleteStep = z.strictObject({ note: z.string().trim().max(2_000).default('') });
/** Makes a step longer or shorter while it runs or before, with a reason. */
export const ReplanStep = z.strictObject({ stepId: Id, days: z.int().min(1).max(1_000), reason: Reason });
export const SkipStep = z.strictObject({ stepId: Id, reason: Reason });
export const RecordDeliverable = z.strictObject({ key: z.string().min(1).max(40), achieved: z.int().min(0).max(1_000_000).nullable().default(null), reference: z.string().trim().max(2_000).default('') });
export const AcceptDeliverable = z.strictObject({ key: z.string().min(1).max(40), accepted: z.boolean(), comment: Comment });
export const RequestGate = z.strictObject({ note: z.string().trim().max(4_000).default('') });
export const RequestPlanReview = z.strictObject({});

/** A condition under which a gate is approved: it must be closed before the next gate. */
export const GateConditionBody = z.strictObject({ text: Reason, ownerId: Id });
export const ApproveGate = z.strictObject({ comment: Comment, conditions: z.array(GateConditionBody).max(20).default([]) });
/** Against it; whoever decides reads it. It does not end the gate. */
export const ObjectToGate = z.strictObject({ comment: Reason });
/** What the last node decides when it does not approve. `days` counts for `extend`. */
export const DecideGate = z.strictObject({ decision: z.enum(['changes', 'extend', 'hold', 'back', 'terminate']), comment: Reason, days: z.int().min(1).max(366).optional() });
export type DecideGate = z.infer<typeof DecideGate>;
export const CloseCondition = z.strictObject({ evidence: Reason });

/** The version of the rollout's plan that the next pilot or wave runs under. */
export const UsePlanVersion = z.strictObject({ planVersionId: Id, reason: Reason });
export const HoldRollout = z.strictObject({ reason: Reason });
export const StartPilot = z.strictObject({});
export const GrantPilot = z.strictObject({ reason: Reason });
export const StartWave = z.strictObject({ name: z.string().trim().min(1).max(200) });
