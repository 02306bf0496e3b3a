import { z } from 'zod';
import { BilingualText, Id, LocalDate } from '../common/index.js';
import { CycleSchedule } from './schedule.js';

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
