import type { ChangeKind, ChangePolicy } from '@fairmark/contracts/changes';
import type { DatedRange } from '@fairmark/contracts/calendar';
import { addDays, asOf } from '../calendar/index.js';

/**
 * What one change means for one review, with the policy that counted when its day came. `from`/`to` are managers, or for somebody on leave the person whose tasks
 * others do until `endsOn`.
 */
export interface LineRule {
  kind: ChangeKind;
  policy: ChangePolicy;
  effectiveOn: string;
  endsOn: string | null;
  fromManagerId: string | null;
  toManagerId: string | null;
  fromDepartmentId: string | null;
  toDepartmentId: string | null;
}

/** The line of managers as a review sees it. */
export interface ReviewLine {
  /** The day as of which it reads who manages whom; null: today. */
  asOf: string | null;
  /** The manager with whom it stays although another one manages the person now. */
  staysWithId: string | null;
  /** People who are passed over today, because others do their tasks while they are away. */
  away: string[];
}

const ofLine = (rule: LineRule): boolean => rule.kind === 'managerChanged' || rule.kind === 'transferred';

/**
 * The line of a review by its rules, in whatever order they became known: a late event gives the same as one in time. While the latest changes say "stay with the old" the
 * line is read as of the day before the first of them; one that says otherwise ends that.
 */
export function reviewLine(rules: readonly LineRule[], today: string): ReviewLine {
  const known = inTimeOrder(rules).filter((rule) => rule.effectiveOn <= today);
  const line = known.filter(ofLine);
  const since = line.findLastIndex((rule) => rule.policy !== 'stayOld') + 1;
  const first = line[since];
  const away = known.filter((rule) => rule.kind === 'onLeave' && rule.policy === 'followNew' && rule.fromManagerId !== null && (rule.endsOn === null || today < rule.endsOn));
  return { asOf: first ? addDays(first.effectiveOn, -1) : null, staysWithId: first?.fromManagerId ?? null, away: [...new Set(away.map((rule) => String(rule.fromManagerId)))] };
}

/**
 * Dated rows of a period as a review's policies see them: "stay with the old" lets the row before the change go on, "follow the new" lets the new one count from the beginning of
 * the old one's stretch, "by segments" leaves both. Used for managers and for departments alike.
 */
export function rowsUnder<K extends 'managerId' | 'departmentId'>(rows: readonly Row<K>[], rules: readonly LineRule[], key: K): Row<K>[] {
  return inTimeOrder(rules).reduce<Row<K>[]>((line, rule) => {
    const to = key === 'managerId' ? rule.toManagerId : rule.toDepartmentId;
    if (rule.policy === 'bySegments' || rule.kind === 'onLeave' || to === null) return line;
    const old = asOf(line, addDays(rule.effectiveOn, -1))?.[key];
    if (old === undefined) return line;
    const stays = rule.policy === 'stayOld';
    const concerned = (row: Row<K>): boolean => (stays ? row.validFrom >= rule.effectiveOn && row[key] === to : row.validFrom < rule.effectiveOn && row[key] === old);
    return line.map((row) => (concerned(row) ? { ...row, [key]: stays ? old : to } : row));
  }, [...rows]);
}

type Row<K extends 'managerId' | 'departmentId'> = DatedRange & Record<K, string>;

const inTimeOrder = (rules: readonly LineRule[]): LineRule[] => [...rules].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : Number(a.effectiveOn > b.effectiveOn)));
