import { z } from 'zod';
import { Duration, LocalDate } from '../common/index.js';

/** Steps of a cycle that have a deadline, in the order in which they follow each other. */
export const CYCLE_STEPS = ['goalSetting', 'selfReview', 'scoring', 'calibration', 'publication', 'acceptance'] as const;
export const CycleStep = z.enum(CYCLE_STEPS).meta({ id: 'CycleStep' });
export type CycleStep = z.infer<typeof CycleStep>;

/** When a step is due: a fixed date (24:00 in the zone of who acts), or a time after the step opened. */
export const StepDeadline = z.union([z.object({ dueOn: LocalDate }), z.object({ after: Duration })]).meta({ id: 'StepDeadline' });
export type StepDeadline = z.infer<typeof StepDeadline>;

/**
 * Deadlines by step; a step that is left out takes the duration of the plan version. `period` is for demonstrations and tests: the time that
 * a review stays in the step `period` instead of waiting for the period's last day. It changes nothing about which days are scored, and lengths in
 * seconds are accepted only where the configuration allows them.
 */
export const CycleSchedule = z
  .object({
    goalSetting: StepDeadline.optional(),
    selfReview: StepDeadline.optional(),
    scoring: StepDeadline.optional(),
    calibration: StepDeadline.optional(),
    publication: StepDeadline.optional(),
    acceptance: StepDeadline.optional(),
    period: z.object({ after: Duration }).optional(),
  })
  .meta({ id: 'CycleSchedule' });
export type CycleSchedule = z.infer<typeof CycleSchedule>;
