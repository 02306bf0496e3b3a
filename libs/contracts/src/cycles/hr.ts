import { z } from 'zod';
import { Duration, Id, LocalDate } from '../common/index.js';
import { CycleStep } from './schedule.js';

/** Readable for everybody concerned by the act. */
const Reason = z.string().trim().min(1).max(2_000);

/**
 * Somebody else does an open task. `fromEmployeeId` left out: the new person takes the place of everybody who is asked. For steps of the line
 * the new person stands in the line above the employee, else heads the department.
 */
export const ReassignVisit = z.strictObject({ visitId: Id, fromEmployeeId: Id.optional(), toEmployeeId: Id, reason: Reason }).meta({ id: 'ReassignVisit' });
export type ReassignVisit = z.infer<typeof ReassignVisit>;

/**
 * How a deadline moves. `by`: a length, counted from the present deadline or from now when that has passed. `to`: the end of a day in the zone of who acts, also an earlier
 * one, but never before the end of their next working day.
 */
export interface DeadlineWish {
  by?: Duration | undefined;
  to?: string | undefined;
}

/** A deadline moves in exactly one way. */
export const oneWay = ({ by, to }: DeadlineWish): boolean => (by === undefined) !== (to === undefined);

/** The deadline of one visit moves. */
export const ExtendVisit = z.strictObject({ visitId: Id, by: Duration.optional(), to: LocalDate.optional(), reason: Reason }).refine(oneWay, { path: ['by'] }).meta({ id: 'ExtendVisit' });
export type ExtendVisit = z.infer<typeof ExtendVisit>;

/** Reminds whoever the review waits for, each person at most once a day. */
export const NudgeReview = z.strictObject({ visitId: Id.optional() }).meta({ id: 'NudgeReview' });
export type NudgeReview = z.infer<typeof NudgeReview>;

/** Back to the self-review (from scoring) or to scoring (from calibration before sign-off). What was written stays readable. */
export const ReturnReview = z.strictObject({ step: z.enum(['selfReview', 'scoring']), reason: Reason }).meta({ id: 'ReturnReview' });
export type ReturnReview = z.infer<typeof ReturnReview>;

/** Somebody leaves the cycle: ends as not rated, nothing is deleted. */
export const RemoveFromCycle = z.strictObject({ reason: Reason }).meta({ id: 'RemoveFromCycle' });
export type RemoveFromCycle = z.infer<typeof RemoveFromCycle>;

/** Whom an act of HR touches: everybody of the cycle, one department with those below it, or named people. */
export const CycleTarget = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('department'), departmentId: Id }),
    z.object({ kind: z.literal('people'), employeeIds: z.array(Id).min(1).max(1_000) }),
  ])
  .meta({ id: 'CycleTarget' });
export type CycleTarget = z.infer<typeof CycleTarget>;

/** Steps in which people are waited for; the others wait for a session or a publication. */
export const StepOfPeople = CycleStep.exclude(['calibration', 'publication']);

/**
 * Moves the deadline of a step, or without one of every step in which people are waited for, for whoever is in it now; for everybody also the cycle's own dates, so that
 * later ones have them too.
 */
export const ExtendStep = z
  .strictObject({ step: StepOfPeople.optional(), target: CycleTarget, by: Duration.optional(), to: LocalDate.optional(), reason: Reason })
  .refine(oneWay, { path: ['by'] })
  .meta({ id: 'ExtendStep' });
export type ExtendStep = z.infer<typeof ExtendStep>;

/** Reminds whoever a step waits for: one reminder per person and day. */
export const NudgeStep = z.strictObject({ step: StepOfPeople, target: CycleTarget }).meta({ id: 'NudgeStep' });
export type NudgeStep = z.infer<typeof NudgeStep>;

/** A late joiner comes in, with a reason those concerned can read. */
export const AddToCycle = z.strictObject({ employeeId: Id, reason: Reason }).meta({ id: 'AddToCycle' });
export type AddToCycle = z.infer<typeof AddToCycle>;

/** Ends a cycle: `cancel` before anything is published, `close` when nothing is open any more. */
export const EndCycle = z.strictObject({ reason: Reason }).meta({ id: 'EndCycle' });
export type EndCycle = z.infer<typeof EndCycle>;

/** What a second HR person says to an act on more than 20 people. */
export const AnswerHrRequest = z.strictObject({ requestId: Id, reason: z.string().trim().max(2_000).optional() }).meta({ id: 'AnswerHrRequest' });
export type AnswerHrRequest = z.infer<typeof AnswerHrRequest>;
