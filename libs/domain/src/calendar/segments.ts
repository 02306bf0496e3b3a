import type { DatedRange, Period } from '@fairmark/contracts/calendar';
import type { Calendar } from './calendar.js';
import { asOf, clip } from './dated-rows.js';
import { addDays } from './dates.js';
import { daysInPeriod } from './eligible.js';
import { countWorkingDays } from './working-days.js';

/** Rule: a stretch of at least this many working days is scored on its own; a shorter one gives an opinion only. */
export const SEGMENT_WORKING_DAYS = 20;

export interface ManagerRow extends DatedRange {
  managerId: string;
}
export interface DepartmentRow extends DatedRange {
  departmentId: string;
}

/** A stretch of a period under one manager and one department; both ends belong to it. `weightBp` is 0 for an opinion. */
export interface Segment extends Period {
  kind: 'segment' | 'opinion';
  managerId: string | null;
  departmentId: string;
  workingDays: number;
  days: number;
  weightBp: number;
}

export interface SegmentInput {
  period: Period;
  managers: readonly ManagerRow[];
  departments: readonly DepartmentRow[];
  calendar: Calendar;
  minWorkingDays?: number;
}

type Stretch = Omit<Segment, 'kind' | 'weightBp'>;

/**
 * Splits a period where manager or department changes. Weights are calendar days of the segments, in basis points that sum to exactly
 * 10,000 (largest remainder, the earlier one first). Days without a department are in no segment. When no stretch is long enough, the
 * longest one (the later of equals) is the segment, so that somebody who moved often is still scored by somebody.
 */
export function segments(input: SegmentInput): Segment[] {
  const stretches = stretchesOf(input);
  const minimum = input.minWorkingDays ?? SEGMENT_WORKING_DAYS;
  const longest = stretches.reduce<Stretch | undefined>((best, s) => (best && best.workingDays > s.workingDays ? best : s), undefined);
  const isSegment = (s: Stretch) => s.workingDays >= minimum || (s === longest && s.workingDays < minimum);
  const weights = weightsBp(stretches.map((s) => (isSegment(s) ? s.days : 0)));
  return stretches.map((s, i) => ({ ...s, kind: isSegment(s) ? 'segment' : 'opinion', weightBp: weights[i] ?? 0 }));
}

function stretchesOf({ period, managers, departments, calendar }: SegmentInput): Stretch[] {
  const starts = new Set([period.from]);
  for (const row of [...managers, ...departments]) {
    for (const date of [row.validFrom, row.validTo]) if (date !== null && date > period.from && date <= period.to) starts.add(date);
  }
  const cuts = [...starts].sort();
  const found: Pick<Stretch, 'from' | 'to' | 'managerId' | 'departmentId'>[] = [];
  for (const [i, from] of cuts.entries()) {
    const department = asOf(departments, from);
    if (!department) continue;
    const next = cuts[i + 1];
    const part = clip({ validFrom: from, validTo: next ?? null }, period.from, period.to);
    const managerId = asOf(managers, from)?.managerId ?? null;
    const last = found.at(-1);
    const continues = last && addDays(last.to, 1) === from && last.managerId === managerId && last.departmentId === department.departmentId;
    if (continues && part) last.to = part.to;
    else if (part) found.push({ ...part, managerId, departmentId: department.departmentId });
  }
  return found.map((s) => ({ ...s, days: daysInPeriod(s), workingDays: countWorkingDays(calendar, s) }));
}

/** Shares of 10,000 by largest remainder; all 0 when there is nothing to share. */
function weightsBp(days: readonly number[]): number[] {
  const total = days.reduce((sum, d) => sum + d, 0);
  if (total === 0) return days.map(() => 0);
  const shares = days.map((d, index) => ({ index, bp: Math.floor((d * 10_000) / total), rest: (d * 10_000) % total }));
  const missing = 10_000 - shares.reduce((sum, s) => sum + s.bp, 0);
  for (const share of [...shares].sort((a, b) => b.rest - a.rest || a.index - b.index).slice(0, missing)) share.bp += 1;
  return shares.map((s) => s.bp);
}
