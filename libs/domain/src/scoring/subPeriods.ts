import type { Period } from '@fairmark/contracts/calendar';
import type { Indicator } from '@fairmark/contracts/plans';
import type { SubPeriodValue } from '@fairmark/contracts/scoring';
import { addDays, daysBetween, earlierDate, isoWeekday, laterDate } from '../calendar/dates.js';
import { Rational } from './rational.js';

const length = ({ from, to }: Period): number => daysBetween(from, to) + 1;

/**
 * Whether a sub-period belongs to a window: more than half of its days lie inside, or half of them with its first day. So each month
 * of a person who moved belongs to one segment. A window inside one sub-period takes that one.
 */
export function belongs(sub: Period, window: Period): boolean {
  const shared = length({ from: laterDate(sub.from, window.from), to: earlierDate(sub.to, window.to) });
  if (shared <= 0) return false;
  const whole = length(sub);
  return shared * 2 > whole || (shared * 2 === whole && sub.from >= window.from) || shared === length(window);
}

function nextStart(from: string, kind: 'week' | 'month'): string {
  if (kind === 'week') return addDays(from, 8 - isoWeekday(from));
  const [year = 0, month = 0] = from.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

const startOf = (date: string, kind: 'week' | 'month'): string => (kind === 'week' ? addDays(date, 1 - isoWeekday(date)) : `${date.slice(0, 7)}-01`);

/** How many sub-periods of an indicator a window has. */
export function subPeriodsIn(kind: Indicator['subPeriod'], window: Period): number {
  if (kind === 'period') return 1;
  let count = 0;
  for (let from = startOf(window.from, kind); from <= window.to; from = nextStart(from, kind)) if (belongs({ from, to: addDays(nextStart(from, kind), -1) }, window)) count += 1;
  return count;
}

export interface ChosenValues {
  /** Valid values that belong, oldest first. */
  counted: SubPeriodValue[];
  /** Values outside the valid range: shown, never counted. */
  leftOut: SubPeriodValue[];
}

/** Values of the window, split by validity. Values measured once for the whole period belong to every segment of it. */
export function valuesIn(indicator: Indicator, values: readonly SubPeriodValue[], period: Period, window: Period): ChosenValues {
  const frame = indicator.subPeriod === 'period' ? period : window;
  return split(indicator, values.filter((one) => belongs({ from: one.startsOn, to: one.endsOn }, frame)));
}

/** Values split by the indicator's valid range, oldest first whatever their order was. */
export function split(indicator: Indicator, values: readonly SubPeriodValue[]): ChosenValues {
  const [min, max] = [Rational.parse(indicator.validity.min), Rational.parse(indicator.validity.max)];
  const valid = (one: SubPeriodValue): boolean => {
    const value = Rational.parse(one.value);
    return value.compare(min) >= 0 && value.compare(max) <= 0;
  };
  const sorted = [...values].sort((a, b) => order(a, b));
  return { counted: sorted.filter(valid), leftOut: sorted.filter((one) => !valid(one)) };
}

function order(a: SubPeriodValue, b: SubPeriodValue): number {
  const [left, right] = [`${a.endsOn} ${a.startsOn} ${a.subPeriod}`, `${b.endsOn} ${b.startsOn} ${b.subPeriod}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
