import { CYCLE_STEPS, type CycleSchedule, type CycleStep } from '@fairmark/contracts/cycles';

/** Steps with a date of their own in the form: sessions and publication follow when people are done. */
export const DATED_STEPS: readonly CycleStep[] = CYCLE_STEPS.filter((step) => step !== 'acceptance');

/** Fields of the form: the cycle and a date for each step, all optional. */
export type CycleForm = { zh: string; en?: string; planVersionId: string; periodStart: string; periodEnd: string } & Partial<Record<CycleStep, string>>;

/** The schedule as the API takes it; a step without a date takes the length of the plan. */
export function scheduleOf(dates: Partial<Record<CycleStep, string>>): CycleSchedule {
  return Object.fromEntries(DATED_STEPS.filter((step) => dates[step]).map((step) => [step, { dueOn: dates[step] }])) as CycleSchedule;
}
