import { z } from 'zod';
import { PersonRef, Instant } from '../common/index.js';
import { PlanDocument, PlanFinding, PlanOverride, RewardPreviewLine } from './document.js';
import { RewardRules, Band } from './outcome.js';

/** Body of `PUT /plans/:code/versions/:no`: the draft as it is on screen. `revision` is the state it was edited from; a newer one is a conflict, which names who saved first. */
export const SavePlanDraft = z
  .object({ document: PlanDocument, overrides: z.array(PlanOverride).max(100).default([]), revision: z.int().min(1) })
  .meta({ id: 'SavePlanDraft' });
export type SavePlanDraft = z.infer<typeof SavePlanDraft>;

/** Answer to a saved draft: the revision from which to go on, and what was found. */
export const PlanDraftSaved = z.object({ revision: z.int(), usable: z.boolean(), findings: z.array(PlanFinding) }).meta({ id: 'PlanDraftSaved' });
export type PlanDraftSaved = z.infer<typeof PlanDraftSaved>;

/** Details of `PLAN.DRAFT_CHANGED`: who saved first, and when. */
export const DraftConflict = z.object({ revision: z.int(), changedBy: PersonRef.nullable(), changedAt: Instant }).meta({ id: 'DraftConflict' });
export type DraftConflict = z.infer<typeof DraftConflict>;

/** Body of `POST /plans/:code/drafts`: the next draft begins with the content of this version. */
export const BeginPlanDraft = z.object({ from: z.int().min(1) }).meta({ id: 'BeginPlanDraft' });
export type BeginPlanDraft = z.infer<typeof BeginPlanDraft>;

/** The draft that was begun. */
export const PlanDraftBegun = z.object({ no: z.int() }).meta({ id: 'PlanDraftBegun' });
export type PlanDraftBegun = z.infer<typeof PlanDraftBegun>;

/** Body of `POST /plans/:code/versions/:no/retire`: no new cycle uses it from then on. */
export const RetirePlanVersion = z.object({ reason: z.string().trim().min(1).max(2_000) }).meta({ id: 'RetirePlanVersion' });
export type RetirePlanVersion = z.infer<typeof RetirePlanVersion>;

/** Body of `POST /plans/reward-preview`: what each band would pay for a base in cents. */
export const RewardPreviewQuery = z.object({ bands: z.array(Band).min(1).max(10), reward: RewardRules, baseCents: z.int().min(0).max(100_000_000_000) }).meta({ id: 'RewardPreviewQuery' });
export type RewardPreviewQuery = z.infer<typeof RewardPreviewQuery>;

/** Answer to it, highest band first. */
export const RewardPreviewView = z.object({ lines: z.array(RewardPreviewLine) }).meta({ id: 'RewardPreviewView' });
export type RewardPreviewView = z.infer<typeof RewardPreviewView>;
