import { addDays, daysBetween } from '../calendar/index.js';

export interface PlannedStep {
  days: number;
  state: 'planned' | 'open' | 'done' | 'skipped';
  plannedFrom: string;
  plannedTo: string;
  actualFrom: string | null;
  actualTo: string | null;
}

/** First and last day of each step, one after the other: a step from the 1st that takes 30 days ends on the 30th. */
export function planDates(startsOn: string, lengths: readonly number[]): { from: string; to: string }[] {
  let from = startsOn;
  return lengths.map((days) => {
    const dates = { from, to: addDays(from, days - 1) };
    from = addDays(from, days);
    return dates;
  });
}

export interface Forecast {
  from: string;
  to: string;
  /** Days by which the end lies after the planned one. */
  slipDays: number;
}

/**
 * How the steps look on a day: what is done keeps its dates, what is open ends at its length but not before today, what comes later follows on it. A skipped step takes no time. Steps of a rollout run one after the
 * other, so every step that is left lies on the critical path.
 */
export function forecast(steps: readonly PlannedStep[], today: string): Forecast[] {
  let next: string | null = null;
  return steps.map((step) => {
    const begins: string = step.actualFrom ?? later(next, later(step.plannedFrom, step.state === 'planned' ? today : null));
    const ends: string = step.actualTo ?? (step.state === 'skipped' ? begins : later(addDays(begins, step.days - 1), step.state === 'open' ? today : null));
    next = step.state === 'skipped' ? begins : addDays(ends, 1);
    return { from: begins, to: ends, slipDays: step.state === 'skipped' ? 0 : daysBetween(step.plannedTo, ends) };
  });
}

function later(a: string | null, b: string | null): string {
  if (a === null || b === null) return String(a ?? b);
  return a > b ? a : b;
}

/** First day of the quarter after a date, and its name such as `2027Q1`. */
export function nextQuarter(date: string): { quarter: string; startsOn: string } {
  const year = Number(date.slice(0, 4));
  const index = Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1;
  const [nextYear, quarter] = index === 4 ? [year + 1, 1] : [year, index + 1];
  return { quarter: `${nextYear}Q${quarter}`, startsOn: `${nextYear}-${String(quarter * 3 - 2).padStart(2, '0')}-01` };
}
