import { z } from 'zod';
import { BilingualText, Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { ComposedSheet, GoalDifference, GoalFinding, PersonalGoal, TargetProposal } from '../goals/index.js';
import { RewardPreviewLine } from '../plans/index.js';
import { SelfReview } from './selfReview.js';

/**
 * Parts of the review page. Which of them a reader gets follows from relation and step; a part that is not listed is not sent. `collaborationItem` is a sheet cut
 * down to the one item that a collaborator answers.
 */
export const REVIEW_SECTIONS = [
  'header', 'timeline', 'comments', 'collaborationItem', 'sheet', 'goals', 'checkIns', 'rewardPreview', 'progress', 'selfReview', 'collaboration', 'scores', 'result', 'interview', 'appeal', 'buffer',
] as const;
export const ReviewSection = z.enum(REVIEW_SECTIONS).meta({ id: 'ReviewSection' });
export type ReviewSection = z.infer<typeof ReviewSection>;

/** What somebody wrote beside a decision. */
export const VisitComment = z.object({ id: Id, author: PersonRef, kind: z.string(), body: z.string(), createdAt: Instant }).meta({ id: 'VisitComment' });
export type VisitComment = z.infer<typeof VisitComment>;

/** One stay in a step: what it waits for, since when, and what happens at the deadline (`timeout`). */
export const VisitLine = z
  .object({
    id: Id,
    step: z.string(),
    no: z.int(),
    node: z.string().nullable(),
    state: z.enum(['open', 'closed']),
    openedAt: Instant,
    dueAt: Instant.nullable(),
    dueZone: z.string().nullable(),
    dueProvisional: z.boolean(),
    timeout: z.enum(['none', 'remind', 'escalate', 'handToHr', 'moveOn']),
    waitsFor: z.array(PersonRef),
    outcome: z.string().nullable(),
    closedAt: Instant.nullable(),
    closedBy: PersonRef.nullable(),
    /** Whose task it was, when somebody stood in: "closedBy for onBehalfOf". */
    onBehalfOf: PersonRef.nullable(),
    comments: z.array(VisitComment),
  })
  .meta({ id: 'VisitLine' });
export type VisitLine = z.infer<typeof VisitLine>;

/** A task of the reader in this review and the actions it offers; `onBehalfOf` names whose it is, where the reader stands in for somebody. */
export const MyReviewTask = z
  .object({ visitId: Id, step: z.string(), node: z.string().nullable(), dueAt: Instant.nullable(), actions: z.array(z.string()), onBehalfOf: PersonRef.nullable() })
  .meta({ id: 'MyReviewTask' });
export type MyReviewTask = z.infer<typeof MyReviewTask>;

/** One state of the goals as somebody put it forward; `differences` against the state before it. */
export const GoalState = z
  .object({
    id: Id,
    no: z.int(),
    author: PersonRef,
    source: z.enum(['proposal', 'edit', 'draft', 'counter', 'arbitration', 'change']),
    state: z.enum(['submitted', 'returned', 'superseded', 'agreed', 'decided', 'notObjected', 'refused', 'lapsed', 'withdrawn']),
    reason: z.string().nullable(),
    flags: z.array(GoalFinding),
    items: z.array(TargetProposal),
    personalGoals: z.array(PersonalGoal),
    differences: z.array(GoalDifference),
    createdAt: Instant,
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'GoalState' });
export type GoalState = z.infer<typeof GoalState>;

/** How often goals may still change, and until when. */
export const GoalChangeRoom = z.object({ left: z.int(), lastDay: LocalDate, open: z.boolean() }).meta({ id: 'GoalChangeRoom' });
export type GoalChangeRoom = z.infer<typeof GoalChangeRoom>;

export const CheckInLine = z.object({ id: Id, author: PersonRef, note: z.string(), createdAt: Instant }).meta({ id: 'CheckInLine' });
export type CheckInLine = z.infer<typeof CheckInLine>;

/** Rule: a self-review that is not submitted is recorded as such, never read as agreement or zero. */
/** A file named in a self-review. It was frozen with it, and is read by whoever reads the self-review. */
export const SelfReviewEvidence = z.object({ id: Id, name: z.string(), mime: z.string(), size: z.int(), sha256: z.string() }).meta({ id: 'SelfReviewEvidence' });
export type SelfReviewEvidence = z.infer<typeof SelfReviewEvidence>;

export const SelfReviewView = z.object({ state: z.enum(['submitted', 'notSubmitted']), body: SelfReview.nullable(), evidence: z.array(SelfReviewEvidence), createdAt: Instant }).meta({ id: 'SelfReviewView' });
export type SelfReviewView = z.infer<typeof SelfReviewView>;

/** Rule: a summary without names only from three answers. `proposed` are the people the manager has not confirmed yet. */
export const CollaborationView = z
  .object({
    asked: z.array(PersonRef),
    proposed: z.array(PersonRef),
    answers: z.int(),
    missing: z.int(),
    summary: z.object({ meanScore: z.string(), texts: z.array(z.string()) }).nullable(),
  })
  .meta({ id: 'CollaborationView' });
export type CollaborationView = z.infer<typeof CollaborationView>;

/** The result as the reader may see it. `computedBand` only where calibration or an appeal changed it. */
export const ResultView = z
  .object({
    totalCenti: z.int().nullable(),
    band: z.string().nullable(),
    bandName: BilingualText.nullable(),
    source: z.enum(['computed', 'calibration', 'appeal', 'correction', 'notRated']),
    computedBand: z.string().nullable(),
    changedByCalibration: z.boolean(),
    employeeReason: z.string().nullable(),
    publishedAt: Instant.nullable(),
    finalAt: Instant.nullable(),
  })
  .meta({ id: 'ResultView' });
export type ResultView = z.infer<typeof ResultView>;

/**
 * Answer of `GET /api/reviews/:id`, cut by who reads it and where the review stands. Parts outside `sections` are null or empty. How indicator values and
 * scores came about is read from `…/progress` and `…/score`, interview, appeal and buffer from their own addresses.
 */
export const ReviewView = z
  .object({
    id: Id,
    cycle: z.object({ id: Id, name: z.string(), nameEn: z.string().nullable() }),
    employee: PersonRef,
    manager: PersonRef.nullable(),
    department: z.object({ id: Id, name: z.string(), nameEn: z.string().nullable() }),
    periodStart: LocalDate,
    periodEnd: LocalDate,
    step: z.string(),
    state: z.enum(['pending', 'open', 'closed', 'cancelled']),
    shadow: z.boolean(),
    relation: z.string(),
    sections: z.array(ReviewSection),
    timeline: z.array(VisitLine),
    myTasks: z.array(MyReviewTask),
    /** Acts on the review as a whole that the reader may do now: `POST /api/processes/review/:id/:action`. */
    processActions: z.array(z.string()),
    sheet: ComposedSheet.nullable(),
    goalsOutcome: z.string().nullable(),
    goals: z.array(GoalState),
    changeRoom: GoalChangeRoom.nullable(),
    checkIns: z.array(CheckInLine),
    rewardPreview: z.array(RewardPreviewLine).nullable(),
    selfReview: SelfReviewView.nullable(),
    collaboration: CollaborationView.nullable(),
    result: ResultView.nullable(),
    appealId: Id.nullable(),
    bufferId: Id.nullable(),
  })
  .meta({ id: 'ReviewView' });
export type ReviewView = z.infer<typeof ReviewView>;

/** What a review waits for now. */
export const ReviewWait = z
  .object({ visitId: Id, step: z.string(), since: Instant, dueAt: Instant.nullable(), dueZone: z.string().nullable(), timeout: z.string(), people: z.array(PersonRef), mine: z.boolean() })
  .meta({ id: 'ReviewWait' });
export type ReviewWait = z.infer<typeof ReviewWait>;

/** One review in a list: `GET /api/reviews/mine`, `GET /api/team`. */
export const ReviewLine = z
  .object({
    id: Id,
    cycle: z.object({ id: Id, name: z.string(), nameEn: z.string().nullable() }),
    employee: PersonRef,
    periodStart: LocalDate,
    periodEnd: LocalDate,
    step: z.string(),
    state: z.enum(['pending', 'open', 'closed', 'cancelled']),
    goalsOutcome: z.string().nullable(),
    publishedAt: Instant.nullable(),
    waits: z.array(ReviewWait),
  })
  .meta({ id: 'ReviewLine' });
export type ReviewLine = z.infer<typeof ReviewLine>;

export const ReviewLines = z.object({ reviews: z.array(ReviewLine) }).meta({ id: 'ReviewLines' });
export type ReviewLines = z.infer<typeof ReviewLines>;

/** Goals of the last cycle to copy from: targets of items that the new sheet has too, and personal goals; what was agreed in the last interview comes up again. */
export const FormerGoals = z
  .object({
    reviewId: Id.nullable(),
    periodEnd: LocalDate.nullable(),
    items: z.array(TargetProposal),
    personalGoals: z.array(PersonalGoal),
    developmentActions: z.array(z.object({ text: z.string(), owner: PersonRef.nullable(), dueOn: LocalDate })),
  })
  .meta({ id: 'FormerGoals' });
export type FormerGoals = z.infer<typeof FormerGoals>;

/** Something typed and not sent yet: `PUT` and `GET /api/drafts/:kind/:id`. Only its author reads it. `body` null: there is none. */
export const SaveDraft = z.strictObject({ body: z.record(z.string(), z.unknown()) }).meta({ id: 'SaveDraft' });
export type SaveDraft = z.infer<typeof SaveDraft>;
export const DraftView = z.object({ body: z.record(z.string(), z.unknown()).nullable(), savedAt: Instant.nullable() }).meta({ id: 'DraftView' });
export type DraftView = z.infer<typeof DraftView>;

/** People whom the employee may name as collaborators: `GET /api/reviews/:id/collaborator-candidates`. */
export const CollaboratorCandidates = z
  .object({ people: z.array(PersonRef.extend({ department: z.string(), departmentEn: z.string().nullable(), otherDepartment: z.boolean() })) })
  .meta({ id: 'CollaboratorCandidates' });
export type CollaboratorCandidates = z.infer<typeof CollaboratorCandidates>;
