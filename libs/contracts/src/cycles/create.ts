import { z } from 'zod';
import { BilingualText, Duration, Id, LocalDate } from '../common/index.js';
import { CycleSchedule, CycleStep } from './schedule.js';

const Ids = z.array(Id).max(100_000).default([]);
const Words = z.array(z.string().min(1).max(100)).max(1_000).default([]);

/**
 * Who takes part. Lists of one kind are joined by "or", different kinds by "and"; an empty list does not narrow.
 * `employeeIds` are added whatever the other lists say, `exclude` wins over everything.
 */
export const PopulationFilter = z
  .object({ departmentIds: Ids, positions: Words, regions: Words, communityTypes: Words, employeeIds: Ids, exclude: Ids })
  .meta({ id: 'PopulationFilter' });
export type PopulationFilter = z.infer<typeof PopulationFilter>;

const period = { periodStart: LocalDate, periodEnd: LocalDate };

/** Body of `POST /cycles`. Nothing starts before `POST /cycles/:id/launch`. */
export const CreateCycle = z
  .object({ name: BilingualText, planVersionId: Id, ...period, population: PopulationFilter, schedule: CycleSchedule.default({}) })
  .refine((body) => body.periodStart < body.periodEnd, { path: ['periodEnd'], message: 'CYCLE.DEADLINE_ORDER' })
  .meta({ id: 'CreateCycle' });
export type CreateCycle = z.infer<typeof CreateCycle>;

/** Body of `PATCH /cycles/:id`: only before launch; what is left out stays. */
export const UpdateCycle = z
  .object({ name: BilingualText, planVersionId: Id, ...period, population: PopulationFilter, schedule: CycleSchedule })
  .partial()
  .meta({ id: 'UpdateCycle' });
export type UpdateCycle = z.infer<typeof UpdateCycle>;

/** Body of `POST /cycles/:id/launch`: the number of people that was shown must still be the number that starts. */
export const LaunchCycle = z.object({ expectedPeople: z.int().min(1).max(1_000_000) }).meta({ id: 'LaunchCycle' });
export type LaunchCycle = z.infer<typeof LaunchCycle>;

const Reason = z.string().trim().min(1).max(2_000);

/** Whom an act of HR touches: everybody of the cycle, one department, or named people. */
export const CycleTarget = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('department'), departmentId: Id }),
    z.object({ kind: z.literal('people'), employeeIds: z.array(Id).min(1).max(1_000) }),
  ])
  .meta({ id: 'CycleTarget' });
export type CycleTarget = z.infer<typeof CycleTarget>;

/** Body of `POST /cycles/:id/extend`. Acts on more than 20 people wait for a second HR person. */
export const ExtendStep = z.object({ step: CycleStep, target: CycleTarget, by: Duration, reason: Reason }).meta({ id: 'ExtendStep' });
export type ExtendStep = z.infer<typeof ExtendStep>;

/** Body of `POST /cycles/:id/nudge`: one reminder per person and day. */
export const NudgeStep = z.object({ step: CycleStep, target: CycleTarget }).meta({ id: 'NudgeStep' });
export type NudgeStep = z.infer<typeof NudgeStep>;

/** Body of `POST /cycles/:id/people`: a late joiner is added with a reason those concerned can read. */
export const AddToCycle = z.object({ employeeId: Id, reason: Reason }).meta({ id: 'AddToCycle' });
export type AddToCycle = z.infer<typeof AddToCycle>;

/** Body of `POST /cycles/:id/people/:employeeId/remove`. The person ends as not rated, nothing is deleted. */
export const RemoveFromCycle = z.object({ reason: Reason }).meta({ id: 'RemoveFromCycle' });
export type RemoveFromCycle = z.infer<typeof RemoveFromCycle>;

/** Body of `POST /cycles/:id/cancel` and `/close`. */
export const EndCycle = z.object({ reason: Reason }).meta({ id: 'EndCycle' });
export type EndCycle = z.infer<typeof EndCycle>;
