import { z } from 'zod';
import { Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { AcceptanceView, DevelopmentAction } from '../reviews/index.js';

/** A band and total with where they come from; the computed one stays beside what calibration or an appeal made of it. */
export const ResultRating = z
  .object({
    source: z.enum(['computed', 'calibration', 'appeal', 'correction', 'notRated']),
    totalCenti: z.int().nullable(),
    band: z.string().nullable(),
    /** Written for the employee when the band was changed. */
    reasonForEmployee: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'ResultRating' });
export type ResultRating = z.infer<typeof ResultRating>;

/** The record of the feedback interview 绩效面谈. */
export const InterviewView = z
  .object({
    /** Open visit in which the manager records it, or the person confirms it. */
    visitId: Id.nullable(),
    heldOn: LocalDate.nullable(),
    text: z.string().nullable(),
    actions: z.array(DevelopmentAction),
    recordedBy: PersonRef.nullable(),
    recordedAt: Instant.nullable(),
    confirmedAt: Instant.nullable(),
    comment: z.string().nullable(),
    waivedReason: z.string().nullable(),
    /** What was agreed in the last interview. */
    earlierActions: z.array(DevelopmentAction),
  })
  .meta({ id: 'InterviewView' });
export type InterviewView = z.infer<typeof InterviewView>;

/** What a result pays, in cents. `team` is the share in the team's pool. `held` while an appeal is open. */
export const ResultReward = z
  .object({ baseCents: z.int(), coefficientBp: z.int(), eligibleDays: z.int(), periodDays: z.int(), ownCents: z.int(), teamCents: z.int(), held: z.boolean() })
  .meta({ id: 'ResultReward' });
export type ResultReward = z.infer<typeof ResultReward>;

/**
 * Answer of `GET /api/reviews/:id/result`, cut by who reads it: how the band came about, how the acknowledgement stands, the interview, and for the person and HR
 * what it pays. Parts that the reader may not see are null or empty.
 */
export const ResultDetail = z
  .object({
    publishedAt: Instant.nullable(),
    managersSeeAt: Instant.nullable(),
    /** What counts: the last of `ratings`. */
    final: ResultRating.nullable(),
    ratings: z.array(ResultRating),
    changedByCalibration: z.boolean(),
    acceptance: AcceptanceView.nullable(),
    /** Visit for `seen`, `accept`, `revoke` and `appeal`, while it is open. */
    acknowledgementVisitId: Id.nullable(),
    interview: InterviewView.nullable(),
    reward: ResultReward.nullable(),
  })
  .meta({ id: 'ResultDetail' });
export type ResultDetail = z.infer<typeof ResultDetail>;
