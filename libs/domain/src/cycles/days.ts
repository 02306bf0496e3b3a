import type { CycleSchedule, CycleStep } from '@fairmark/contracts/cycles';
import { CYCLE_STEPS } from '@fairmark/contracts/cycles';
import { earlierDate, isOfficialYear, isWorkingDay, laterDate, yearOf, type Calendar } from '../calendar/index.js';
import type { PreflightDeadline } from './input.js';

/**
 * The day whose department, position and communities count for a cycle: today while the period runs, its first day before, its last day
 * afterwards. The department at the end of the period calibrates (`rules.md §11`); moves until then are followed by the open steps.
 */
export const factsDay = (period: { readonly periodStart: string; readonly periodEnd: string }, today: string): string => earlierDate(laterDate(today, period.periodStart), period.periodEnd);

/** The day on which people must still be there to act: not before today, whenever the period was. */
export const actingDay = (day: string, today: string): string => laterDate(day, today);

/** Unpaid leave makes days that are not eligible for a reward; kinds of leave are words of the company. */
export const isUnpaidLeave = (kind: string): boolean => /unpaid|无薪|停薪/i.test(kind);

/** Fixed dates of a schedule with the countries in which the day is free, or whose official days of that year are not known yet. */
export function datesOf(schedule: CycleSchedule, calendars: ReadonlyMap<string, Calendar>): PreflightDeadline[] {
  return CYCLE_STEPS.flatMap((step: CycleStep) => {
    const entry = schedule[step];
    if (!entry || !('dueOn' in entry)) return [];
    const where = (holds: (calendar: Calendar) => boolean): string[] => [...calendars].filter(([, calendar]) => holds(calendar)).map(([country]) => country);
    const { dueOn } = entry;
    return [{ step, dueOn, closedIn: where((calendar) => !isWorkingDay(calendar, dueOn)), provisionalIn: where((calendar) => !isOfficialYear(calendar, yearOf(dueOn))) }];
  });
}

/** Steps whose length is given in seconds, which only demonstrations and tests may use. */
export function stepsInSeconds(schedule: CycleSchedule): string[] {
  return Object.entries(schedule).flatMap(([step, entry]) => (entry && 'after' in entry && entry.after.unit === 'second' ? [step] : []));
}
