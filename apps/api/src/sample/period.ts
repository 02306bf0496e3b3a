import { addDays, type LocalDate } from '@fairmark/domain/org';

export interface Quarter {
  year: number;
  quarter: 1 | 2 | 3 | 4;
  periodStart: LocalDate;
  periodEnd: LocalDate;
}

/** Goals take two weeks to propose and one to approve. */
const leastDays = 30;

/** The quarter of a day, or the next one when so little is left that goals could not be set in time. */
export function sampleQuarter(today: LocalDate): Quarter {
  const present = quarterOf(today);
  return addDays(today, leastDays) <= present.periodEnd ? present : quarterOf(addDays(present.periodEnd, 1));
}

/** The quarter before. */
export const quarterBefore = ({ periodStart }: Quarter): Quarter => quarterOf(addDays(periodStart, -1));

function quarterOf(day: LocalDate): Quarter {
  const year = Number(day.slice(0, 4));
  const quarter = (Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1) as Quarter['quarter'];
  const first = (index: number): LocalDate => `${year + Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-01`;
  return { year, quarter, periodStart: first(quarter - 1), periodEnd: addDays(first(quarter), -1) };
}
