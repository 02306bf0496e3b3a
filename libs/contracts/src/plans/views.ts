import { z } from 'zod';
import { Id, Instant, PersonRef } from '../common/index.js';
import { PlanDocument, PlanFinding, PlanOverride } from './document.js';

export const PlanVersionState = z.enum(['draft', 'inUse', 'retired']).meta({ id: 'PlanVersionState' });

/** Approval of a version. `none`: nobody was asked; where the company asks for an approval, cycles only use approved versions. */
export const PlanApprovalState = z.enum(['none', 'inReview', 'approved', 'rejected']).meta({ id: 'PlanApprovalState' });
export type PlanApprovalState = z.infer<typeof PlanApprovalState>;

/** A version in a list. `usable`: nothing forbids a cycle to use it. `cycles`: how many do. */
export const PlanVersionSummary = z
  .object({
    id: Id,
    no: z.int(),
    state: PlanVersionState,
    documentHash: z.string(),
    usable: z.boolean(),
    findings: z.int(),
    cycles: z.int(),
    createdAt: Instant,
    frozenAt: Instant.nullable(),
    /** Goes up with every saved change of the draft. */
    revision: z.int(),
    /** Who wrote or last changed it; null when it came with the product. */
    changedBy: PersonRef.nullable(),
    changedAt: Instant,
    approvalState: PlanApprovalState,
    /** The last case in which it was or is being approved. */
    approvalId: Id.nullable(),
  })
  .meta({ id: 'PlanVersionSummary' });
export type PlanVersionSummary = z.infer<typeof PlanVersionSummary>;

const line = { id: Id, code: z.string(), name: z.string(), nameEn: z.string().nullable() };

/** A plan with its versions, newest first. */
export const PlanView = z.object({ ...line, versions: z.array(PlanVersionSummary) }).meta({ id: 'PlanView' });
export type PlanView = z.infer<typeof PlanView>;

/** Answer of `GET /plans`. */
export const PlanList = z.object({ plans: z.array(PlanView) }).meta({ id: 'PlanList' });
export type PlanList = z.infer<typeof PlanList>;

/** One version with its document and everything that was found about it. */
export const PlanVersionView = z
  .object({ ...PlanVersionSummary.shape, findings: z.array(PlanFinding), plan: z.object(line), document: PlanDocument, overrides: z.array(PlanOverride) })
  .meta({ id: 'PlanVersionView' });
export type PlanVersionView = z.infer<typeof PlanVersionView>;

/** Answer to an upload. `created` is false when the newest version already has exactly this content. */
export const PlanUploaded = z
  .object({ planId: Id, versionId: Id, code: z.string(), no: z.int(), created: z.boolean(), usable: z.boolean(), findings: z.array(PlanFinding) })
  .meta({ id: 'PlanUploaded' });
export type PlanUploaded = z.infer<typeof PlanUploaded>;

/** Answer of `POST /plans/check`: what an upload would find; nothing is stored. */
export const PlanCheck = z.object({ usable: z.boolean(), findings: z.array(PlanFinding) }).meta({ id: 'PlanCheck' });
export type PlanCheck = z.infer<typeof PlanCheck>;

/**
 * Body of `PUT /plans/:code/experience`: cycles that people completed under this plan before they were kept here. They count for the shadow
 * buffer, which belongs to employee and plan line.
 */
export const PlanExperience = z
  .object({ people: z.array(z.object({ employeeId: Id, cycles: z.int().min(0).max(100) })).min(1).max(100_000), reason: z.string().trim().min(1).max(2_000) })
  .meta({ id: 'PlanExperience' });
export type PlanExperience = z.infer<typeof PlanExperience>;

/** How many people the experience was recorded for. */
export const PlanExperienceRecorded = z.object({ people: z.int() }).meta({ id: 'PlanExperienceRecorded' });
export type PlanExperienceRecorded = z.infer<typeof PlanExperienceRecorded>;
