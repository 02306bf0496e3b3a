import type { Duration } from '@fairmark/contracts/common';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { addDays } from '../calendar/dates.js';

/** Length of an improvement: the plan's weeks as calendar days, or the short length of a demonstration. */
export function improvementLength({ buffer }: Pick<PlanDocument, 'buffer'>): Duration {
  return buffer.improvement.length ?? { n: buffer.improvement.weeks * 7, unit: 'day' };
}

/** Dates of the company's check-ins: every `checkinWeeks` weeks inside the window, at least one. */
export function checkInDates({ buffer }: Pick<PlanDocument, 'buffer'>, startsOn: string): string[] {
  const { weeks, checkinWeeks } = buffer.improvement;
  const count = Math.max(1, Math.floor((weeks - 1) / checkinWeeks));
  return Array.from({ length: count }, (_, index) => addDays(startsOn, (index + 1) * checkinWeeks * 7));
}
