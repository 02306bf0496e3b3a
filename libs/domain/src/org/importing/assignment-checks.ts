import { OrgErrors } from '@fairmark/contracts/errors';
import type { Assignment } from '../snapshot.js';
import type { Issues } from './issues.js';

/** An assignment after the import; `row` is its row in the file, 0 when it was known before. */
export type DraftAssignment = { assignment: Assignment; row: number };

const whole = 10_000;

/**
 * The assignments of one person must not overlap for one community, and on every day their shares are either all empty (equal)
 * or all given and sum to exactly 100 %.
 */
export function checkAssignments(issues: Issues, number: string, drafts: readonly DraftAssignment[]): void {
  const sorted = [...drafts].sort((a, b) => (a.assignment.validFrom < b.assignment.validFrom ? -1 : 1));
  if (checkOverlaps(issues, number, sorted)) checkShares(issues, number, sorted);
}

function checkOverlaps(issues: Issues, number: string, sorted: readonly DraftAssignment[]): boolean {
  const last = new Map<string, DraftAssignment>();
  let fine = true;
  for (const draft of sorted) {
    const { communityCode, validFrom } = draft.assignment;
    const previous = last.get(communityCode);
    last.set(communityCode, draft);
    if (!previous || (previous.assignment.validTo !== null && previous.assignment.validTo <= validFrom)) continue;
    fine = false;
    const details = { number, communityCode, otherFrom: previous.assignment.validFrom };
    issues.add('assignments', draft.row || previous.row, 'from', OrgErrors.assignmentOverlap, details);
  }
  return fine;
}

/** Shares change only where an assignment begins or ends, so only those days are looked at; the first faulty one is reported. */
function checkShares(issues: Issues, number: string, sorted: readonly DraftAssignment[]): void {
  const days = new Set(sorted.flatMap(({ assignment }) => [assignment.validFrom, ...(assignment.validTo === null ? [] : [assignment.validTo])]));
  for (const day of [...days].sort()) {
    const active = sorted.filter(({ assignment }) => assignment.validFrom <= day && (assignment.validTo === null || day < assignment.validTo));
    const given = active.filter(({ assignment }) => assignment.shareBp !== null);
    const sumBp = given.reduce((sum, { assignment }) => sum + (assignment.shareBp ?? 0), 0);
    if (given.length === 0 || (given.length === active.length && sumBp === whole)) continue;
    const row = (active.find((draft) => draft.row > 0) ?? sorted.find((draft) => draft.row > 0))?.row ?? 0;
    issues.add('assignments', row, 'share', OrgErrors.shareSum, { number, day, sumBp, withoutShare: active.length - given.length });
    return;
  }
}
