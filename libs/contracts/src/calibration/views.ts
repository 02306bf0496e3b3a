import { z } from 'zod';
import { BilingualText, DepartmentRef, Id, Instant, LocalDate, PersonRef } from '../common/index.js';

const Score = z.int().nullable();
const Band = z.string().nullable();

/** One line of `GET /api/calibration?cycleId`. */
export const CalibrationSummary = z
  .object({
    id: Id,
    cycleId: Id,
    department: DepartmentRef,
    state: z.enum(['scheduled', 'open', 'signedOff']),
    supplementary: z.boolean(),
    chair: PersonRef,
    people: z.int(),
    scored: z.int(),
    dueAt: Instant.nullable(),
    signedOffAt: Instant.nullable(),
  })
  .meta({ id: 'CalibrationSummary' });
export type CalibrationSummary = z.infer<typeof CalibrationSummary>;

/** A wish to change a band and what the chair made of it. */
export const CalibrationChange = z
  .object({
    id: Id,
    kind: z.enum(['band', 'correction']),
    from: z.string(),
    to: z.string(),
    by: PersonRef,
    reason: z.string(),
    reasonForEmployee: z.string().nullable(),
    state: z.enum(['proposed', 'accepted', 'rejected', 'superseded']),
    decisionReason: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'CalibrationChange' });
export type CalibrationChange = z.infer<typeof CalibrationChange>;

export const CalibrationComment = z.object({ by: PersonRef, text: z.string(), at: Instant }).meta({ id: 'CalibrationComment' });

/**
 * A person of the session, as its members see them. `band` is what holds in the session now, `computedBand` what the scores gave.
 * `note` is the scorer's one-line reason; texts of the self-review are opened apart, and the opening is recorded.
 */
export const CalibrationSubject = z
  .object({
    reviewId: Id,
    person: PersonRef,
    manager: PersonRef.nullable(),
    groupId: Id,
    standing: z.enum(['unscored', 'scored', 'notRated', 'deferred']),
    shadow: z.boolean(),
    totalCenti: Score,
    computedBand: Band,
    band: Band,
    note: z.string().nullable(),
    history: z.array(z.object({ cycle: BilingualText, band: Band })),
    outlier: z.array(z.enum(['total', 'history'])),
    deferral: z.object({ reason: z.string(), until: LocalDate }).nullable(),
    changes: z.array(CalibrationChange),
    comments: z.array(CalibrationComment),
    /** The viewer may propose for this person: an own report. */
    ownReport: z.boolean(),
  })
  .meta({ id: 'CalibrationSubject' });
export type CalibrationSubject = z.infer<typeof CalibrationSubject>;

/** Reports of one manager. A hidden group is the viewer's own: its people are left out. */
export const CalibrationGroup = z.object({ id: Id, manager: PersonRef.nullable(), people: z.int(), hidden: z.boolean() }).meta({ id: 'CalibrationGroup' });

export const CalibrationQuotaLine = z
  .object({ band: z.string(), kind: z.enum(['minimum', 'maximum', 'exact']), least: z.int(), most: z.int().nullable(), count: z.int(), off: z.int() })
  .meta({ id: 'CalibrationQuotaLine' });

/** One quota group: the department itself, or the one above to which it rolled up. */
export const CalibrationQuota = z
  .object({ department: DepartmentRef, applies: z.enum(['none', 'soft', 'hard']), rated: z.int(), met: z.boolean(), lines: z.array(CalibrationQuotaLine) })
  .meta({ id: 'CalibrationQuota' });
export type CalibrationQuota = z.infer<typeof CalibrationQuota>;

export const CalibrationDistribution = z
  .object({
    headCount: z.int(), rated: z.int(), unscored: z.int(), notRated: z.int(), deferred: z.int(), shadow: z.int(),
    bands: z.array(z.object({ band: z.string(), count: z.int(), shareBp: z.int() })),
  })
  .meta({ id: 'CalibrationDistribution' });

/** A manager's mean and spread against the whole group, in centi-points. */
export const CalibrationManager = z
  .object({
    manager: PersonRef, people: z.int(), meanCenti: Score, spreadCenti: Score, differenceCenti: z.int(), flags: z.array(z.enum(['strict', 'lenient', 'narrow'])),
  })
  .meta({ id: 'CalibrationManager' });

/** What stands in the way of a sign-off, as `CALIBRATION.*` codes. */
export const SignOffProblem = z
  .object({ code: z.string(), employeeId: Id.optional(), departmentId: Id.optional(), details: z.record(z.string(), z.unknown()) })
  .meta({ id: 'SignOffProblem' });

/** Answer of `GET /api/calibration/:id`. Figures are of the people that the viewer sees; quotas are null while some are hidden. */
export const CalibrationView = z
  .object({
    id: Id,
    cycleId: Id,
    cycle: BilingualText,
    department: DepartmentRef,
    state: z.enum(['scheduled', 'open', 'signedOff']),
    supplementaryOf: Id.nullable(),
    chair: PersonRef,
    members: z.array(z.object({ person: PersonRef, role: z.enum(['chair', 'manager', 'hr']) })),
    /** The open visit for actions; null when nothing can be done. */
    visit: z.object({ id: Id, step: z.enum(['deliberation', 'signOff']), dueAt: Instant.nullable() }).nullable(),
    discussedGroupId: Id.nullable(),
    bands: z.array(z.object({ code: z.string(), name: BilingualText })),
    groups: z.array(CalibrationGroup),
    subjects: z.array(CalibrationSubject),
    distribution: CalibrationDistribution,
    /** The same after appeals were decided; null before sign-off. */
    distributionAfterAppeals: CalibrationDistribution.nullable(),
    quotas: z.array(CalibrationQuota).nullable(),
    group: z.object({ people: z.int(), meanCenti: Score, spreadCenti: Score }),
    managers: z.array(CalibrationManager),
    problems: z.array(SignOffProblem).nullable(),
    explanation: z.string().nullable(),
    signedOffAt: Instant.nullable(),
    may: z.object({ comment: z.boolean(), decide: z.boolean(), seat: z.boolean() }),
  })
  .meta({ id: 'CalibrationView' });
export type CalibrationView = z.infer<typeof CalibrationView>;

/** Answer of `GET /api/calibration/:id/reviews/:reviewId/self-review`. */
export const CalibrationSelfReview = z
  .object({ reviewId: Id, state: z.enum(['submitted', 'notSubmitted', 'none']), items: z.array(z.object({ key: z.string(), text: z.string() })), summary: z.string() })
  .meta({ id: 'CalibrationSelfReview' });
export type CalibrationSelfReview = z.infer<typeof CalibrationSelfReview>;

/** Query of `GET /api/calibration`. */
export const CalibrationQuery = z.object({ cycleId: Id.optional() });
export type CalibrationQuery = z.infer<typeof CalibrationQuery>;

/** Answer of `GET /api/calibration`. */
export const CalibrationList = z.object({ sessions: z.array(CalibrationSummary) }).meta({ id: 'CalibrationList' });
export type CalibrationList = z.infer<typeof CalibrationList>;
