import type { Indicator } from '@fairmark/contracts/plans';
import { addDays, type LocalDate } from '@fairmark/domain/org';

export interface Period {
  periodStart: LocalDate;
  periodEnd: LocalDate;
}

/** Sub-periods of a review period in the way an indicator is measured, as the import reads them. */
export function subPeriodsOf(kind: Indicator['subPeriod'], period: Period): string[] {
  switch (kind) {
    case 'month':
      return monthsOf(period);
    case 'week':
      return weeksOf(period);
    case 'period':
      return [`${period.periodStart}/${period.periodEnd}`];
  }
}

/** Months of which more than half lies in the period. */
function monthsOf({ periodStart, periodEnd }: Period): string[] {
  const months: string[] = [];
  for (let middle = `${periodStart.slice(0, 7)}-16`; middle <= periodEnd; middle = `${addDays(middle, 31).slice(0, 7)}-16`) if (middle >= periodStart) months.push(middle.slice(0, 7));
  return months;
}

/** ISO weeks whose Thursday, and so more than half, lies in the period. */
function weeksOf({ periodStart, periodEnd }: Period): string[] {
  const weeks: string[] = [];
  const weekday = (new Date(`${periodStart}T00:00:00Z`).getUTCDay() + 6) % 7;
  for (let thursday = addDays(periodStart, (10 - weekday) % 7); thursday <= periodEnd; thursday = addDays(thursday, 7)) weeks.push(weekLabel(thursday));
  return weeks;
}

function weekLabel(thursday: LocalDate): string {
  const year = thursday.slice(0, 4);
  const day = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000;
  return `${year}-W${String(Math.floor(day / 7) + 1).padStart(2, '0')}`;
}
