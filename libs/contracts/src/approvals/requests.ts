import { z } from 'zod';
import { Duration, Id } from '../common/index.js';
import { FieldValues } from './operators.js';

const Reason = z.string().trim().min(1).max(2_000);
const Chosen = z.record(z.string(), z.array(Id)).optional();

/** A deadline beyond what HR may give alone: it moves when the approval says so. */
export const RequestExtension = z.strictObject({ purpose: z.literal('deadlineExtension'), visitId: Id, by: Duration, reason: Reason, fields: FieldValues.optional(), chosen: Chosen });
/** Data below the quality that scoring needs are taken as they are, for one department and sub-period. */
export const RequestMissingValue = z.strictObject({ purpose: z.literal('missingValue'), indicatorId: z.string().min(1).max(60), subPeriod: z.string().min(1).max(20), departmentId: Id, reason: Reason, fields: FieldValues.optional(), chosen: Chosen });

/** Starts an approval of its own. Plan versions are submitted at `/api/plans/:code/versions/:no/submit`. */
export const SubmitApproval = z.discriminatedUnion('purpose', [RequestExtension, RequestMissingValue]).meta({ id: 'SubmitApproval' });
export type SubmitApproval = z.infer<typeof SubmitApproval>;

/** Submits a plan version for approval. */
export const SubmitPlanVersion = z.strictObject({ reason: Reason.optional(), fields: FieldValues.optional(), chosen: Chosen }).meta({ id: 'SubmitPlanVersion' });
export type SubmitPlanVersion = z.infer<typeof SubmitPlanVersion>;

export const ApprovalSubmitted = z.object({ approvalId: Id }).meta({ id: 'ApprovalSubmitted' });
export type ApprovalSubmitted = z.infer<typeof ApprovalSubmitted>;

/** The same decision on many visits; each has its own answer. Goals with a flag are skipped: they want to be looked at. */
export const BulkDecision = z.strictObject({ action: z.enum(['approve', 'reject', 'read']), visitIds: z.array(Id).min(1).max(100), body: z.record(z.string(), z.unknown()).default({}) }).meta({ id: 'BulkDecision' });
export type BulkDecision = z.infer<typeof BulkDecision>;
export const BulkDecisionAnswer = z
  .object({ results: z.array(z.object({ visitId: Id, status: z.enum(['applied', 'refused', 'skipped', 'unknown']), outcome: z.string().nullable(), code: z.string().nullable() })) })
  .meta({ id: 'BulkDecisionAnswer' });
export type BulkDecisionAnswer = z.infer<typeof BulkDecisionAnswer>;
