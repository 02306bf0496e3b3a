import { z } from 'zod';
import { Id, Instant, PersonRef } from '../common/index.js';

const rate = z.int().min(0).max(10_000);

/** The three recorded checks of an indicator's data in one sub-period (rules §13), each with its pass rate in basis points. */
export const QualityChecks = z
  .object({
    /** Communities or people with a value, of those on whose sheets the indicator stands. */
    completeness: z.object({ received: z.int(), expected: z.int(), rateBp: rate }),
    /** Values inside the valid range and without a jump against their history; a sample that the data owner looked at. */
    accuracy: z.object({ values: z.int(), outOfRange: z.int(), jumps: z.int(), sampleChecked: z.int(), sampleRefuted: z.int(), rateBp: rate }),
    /** Values that several sources report, and how many differ by more than the tolerance. */
    consistency: z.object({ compared: z.int(), disagreeing: z.int(), rateBp: rate }),
  })
  .meta({ id: 'QualityChecks' });
export type QualityChecks = z.infer<typeof QualityChecks>;

/** An acceptance of low quality for the people of one department; it counts when both acted. */
export const QualityAcceptance = z
  .object({
    departmentId: Id,
    departmentName: z.string(),
    hr: z.object({ by: PersonRef, at: Instant, reason: z.string() }).nullable(),
    head: z.object({ by: PersonRef, at: Instant, reason: z.string() }).nullable(),
  })
  .meta({ id: 'QualityAcceptance' });
export type QualityAcceptance = z.infer<typeof QualityAcceptance>;

/** Quality of an indicator in a sub-period: the lowest pass rate. */
export const QualityRow = z
  .object({ indicatorId: z.string(), subPeriod: z.string(), qualityBp: rate, checks: QualityChecks, updatedAt: Instant.nullable(), acceptances: z.array(QualityAcceptance) })
  .meta({ id: 'QualityRow' });
export type QualityRow = z.infer<typeof QualityRow>;

/** Answer of `GET /api/metrics/quality`; `acceptFor` lists what the reader may accept: the own departments, as HR or as head. */
export const QualityList = z
  .object({ rows: z.array(QualityRow), limitBp: rate, acceptFor: z.array(z.object({ departmentId: Id, departmentName: z.string(), as: z.enum(['hr', 'head']) })) })
  .meta({ id: 'QualityList' });
export type QualityList = z.infer<typeof QualityList>;

const Reason = z.string().trim().min(1).max(2_000);

/** Body of `POST /api/metrics/acceptances`: one of the two acts, with its reason. */
export const AcceptQuality = z
  .object({ indicatorId: z.string().min(1).max(60), subPeriod: z.string().min(1).max(40), departmentId: Id, as: z.enum(['hr', 'head']), reason: Reason })
  .meta({ id: 'AcceptQuality' });
export type AcceptQuality = z.infer<typeof AcceptQuality>;

/** Body of `POST /api/metrics/samples`: the data owner looked at a sample and refuted some of it. */
export const RecordSample = z
  .object({ indicatorId: z.string().min(1).max(60), subPeriod: z.string().min(1).max(40), checked: z.int().min(1).max(100_000), refuted: z.int().min(0).max(100_000), note: z.string().trim().max(2_000).default('') })
  .refine((sample) => sample.refuted <= sample.checked, { path: ['refuted'] })
  .meta({ id: 'RecordSample' });
export type RecordSample = z.infer<typeof RecordSample>;

/** Body of `POST /api/reviews/:id/value-reports`: the person holds a value for wrong. Possible until the sheet is scored. */
export const ReportValue = z.object({ itemId: z.string().min(3).max(160), note: Reason }).meta({ id: 'ReportValue' });
export type ReportValue = z.infer<typeof ReportValue>;

/** Body of `POST /api/metrics/reports/:id/answer`. A wrong value is corrected by a new batch, not here. */
export const AnswerValueReport = z.object({ answer: Reason }).meta({ id: 'AnswerValueReport' });
export type AnswerValueReport = z.infer<typeof AnswerValueReport>;

/** A value that the person holds for wrong, with the answer of HR. */
export const ValueReport = z
  .object({ id: Id, reviewId: Id, itemId: z.string(), note: z.string(), createdBy: PersonRef, createdAt: Instant, answer: z.string().nullable(), answeredAt: Instant.nullable() })
  .meta({ id: 'ValueReport' });
export type ValueReport = z.infer<typeof ValueReport>;
export const ValueReports = z.object({ reports: z.array(ValueReport) }).meta({ id: 'ValueReports' });
export type ValueReports = z.infer<typeof ValueReports>;
