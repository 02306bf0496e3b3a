/** Quarter of a date `YYYY-MM-DD`, as `2027Q1`. */
export const quarterOf = (date: string): string => `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** First day of a quarter. */
export const quarterStart = (quarter: string): string => `${quarter.slice(0, 4)}-${String((Number(quarter.slice(5)) - 1) * 3 + 1).padStart(2, '0')}-01`;

/** The quarter that follows. */
export function nextQuarter(quarter: string): string {
  const [year, no] = [Number(quarter.slice(0, 4)), Number(quarter.slice(5))];
  return no === 4 ? `${year + 1}Q1` : `${year}Q${no + 1}`;
}

/** The first day of the month that lies `months` after the month of a first day. */
export function dateAfterMonths(firstDay: string, months: number): string {
  const count = Number(firstDay.slice(0, 4)) * 12 + Number(firstDay.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/** Quarters that should have begun by `today` and have no row yet, in their order: after a downtime all that were missed, never one twice. `from`: the first day on which quarters come. */
export function quartersDue(from: string, today: string, existing: readonly string[]): string[] {
  const due: string[] = [];
  for (let quarter = quarterOf(from); quarterStart(quarter) <= today; quarter = nextQuarter(quarter)) if (!existing.includes(quarter)) due.push(quarter);
  return due;
}
