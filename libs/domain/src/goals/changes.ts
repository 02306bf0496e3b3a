import { goalsErrors } from '@fairmark/contracts/errors';
import type { GoalChangeRules } from '@fairmark/contracts/plans';
import { addDays, daysBetween } from '../calendar/dates.js';
import type { Period } from './check.js';

export interface ChangeRoom {
  /** Changes that are still allowed by number. */
  left: number;
  /** Last day on which a change may be asked for. */
  lastDay: string;
  open: boolean;
}

/**
 * Whether goals may still change. Rule (rules §3): until two thirds of the period have passed, at most twice; both are the plan's numbers.
 * @param today the employee's date
 */
export function changeRoom(rules: GoalChangeRules, period: Period, used: number, today: string): ChangeRoom {
  const days = daysBetween(period.start, period.end) + 1;
  const { numerator, denominator } = rules.until;
  // The day on which the share is reached does not count any more: (lastDay − start) × denominator < numerator × days.
  const lastDay = addDays(period.start, Math.ceil((numerator * days) / denominator) - 1);
  const left = Math.max(0, rules.maxCount - used);
  return { left, lastDay, open: left > 0 && today <= lastDay };
}

/** The code with which a change is refused; undefined while there is room. */
export function changeRefusal({ left, open }: ChangeRoom): { code: string } | undefined {
  if (open) return undefined;
  return { code: left === 0 ? goalsErrors.changeLimit : goalsErrors.changeTooLate };
}
