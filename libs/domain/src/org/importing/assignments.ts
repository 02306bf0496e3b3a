import { OrgErrors } from '@fairmark/contracts/errors';
import { addDays, earlierEnd } from '../dates.js';
import type { Assignment } from '../snapshot.js';
import { checkAssignments, type DraftAssignment } from './assignment-checks.js';
import { readShareBp } from './cells.js';
import { eachWithProgress, type PlanContext, type Steps } from './context.js';
import { difference } from './difference.js';
import { ends } from './emit-rows.js';
import { readerFor } from './files.js';
import type { RowReader } from './row-reader.js';

type AssignmentRow = { row: number; number: string; assignment: Assignment };

/** Reads assignments and plans their writes. One is known by person, community and first day; it ends with employment at the latest. */
export function* planAssignments(context: PlanContext): Steps {
  const byPerson = new Map<string, AssignmentRow[]>();
  yield* readAssignments(context, byPerson);
  const touched = new Set(byPerson.keys());
  for (const [number, { next }] of context.employees) if (next.assignments.length > 0) touched.add(number);
  yield* eachWithProgress(touched, touched.size, { phase: 'comparing', file: 'assignments' }, (number) => planPerson(context, number, byPerson.get(number) ?? []));
}

function* readAssignments(context: PlanContext, byPerson: Map<string, AssignmentRow[]>): Steps {
  const table = context.tables.get('assignments');
  if (!table) return;
  const reader = readerFor(table, context.issues);
  yield* eachWithProgress(table.records, table.records.length, { phase: 'checking', file: 'assignments' }, (record, index) => {
    if (!reader.load(record, index + 2)) return;
    const next = readAssignment(reader, context);
    if (reader.failed) return;
    const rows = byPerson.get(next.number);
    if (rows) rows.push(next);
    else byPerson.set(next.number, [next]);
  });
  table.records = [];
}

function readAssignment(reader: RowReader, context: PlanContext): AssignmentRow {
  const number = reader.needCode('employee_number');
  const communityCode = reader.needCode('community_code');
  const person = context.employee(number);
  const [from, to] = [reader.needDate('from'), reader.date('to')];
  if (number !== '' && !context.knows('employees', number)) reader.refuse('employee_number', OrgErrors.unknownEmployee, { number });
  if (communityCode !== '' && !context.knows('communities', communityCode)) {
    reader.refuse('community_code', OrgErrors.unknownCommunity, { code: communityCode });
  }
  if (from !== '' && to !== null && to < from) reader.refuse('to', OrgErrors.datesOutOfOrder, { from, to });
  if (person && from !== '' && (from < person.hiredOn || (person.leftOn !== null && from > person.leftOn))) {
    reader.refuse('from', OrgErrors.outsideEmployment, { hiredOn: person.hiredOn, ...(person.leftOn ? { leftOn: person.leftOn } : {}) });
  }
  const validTo = to === null ? null : addDays(to, 1);
  return { row: reader.row, number, assignment: { communityCode, shareBp: readShareBp(reader), validFrom: from, validTo } };
}

const keyOf = (assignment: Assignment) => `${assignment.communityCode}\n${assignment.validFrom}`;

function planPerson(context: PlanContext, number: string, rows: readonly AssignmentRow[]): void {
  const old = context.assignmentsBefore(number);
  const merged = new Map<string, DraftAssignment>(old.map((assignment) => [keyOf(assignment), { assignment, row: 0 }]));
  for (const { row, assignment } of rows) {
    const known = merged.get(keyOf(assignment));
    if (known && known.row > 0) context.issues.add('assignments', row, 'from', OrgErrors.duplicateRow, { number, firstRow: known.row });
    else merged.set(keyOf(assignment), { assignment, row });
  }
  const leftOn = context.employee(number)?.leftOn ?? null;
  const end = leftOn === null ? null : addDays(leftOn, 1);
  const drafts = [...merged.values()].map(({ assignment, row }) => ({ row, assignment: { ...assignment, validTo: earlierEnd(assignment.validTo, end) } }));
  if (rows.length > 0) checkAssignments(context.issues, number, drafts);
  emitPerson(context, number, old, drafts);
}

function emitPerson(context: PlanContext, number: string, old: readonly Assignment[], drafts: readonly DraftAssignment[]): void {
  const before = new Map(old.map((assignment) => [keyOf(assignment), assignment]));
  const personRow = context.employees.get(number)?.rows.at(-1)?.row ?? 0;
  for (const { row, assignment } of drafts) {
    const known = before.get(keyOf(assignment));
    const [file, at] = row > 0 ? (['assignments', row] as const) : (['employees', personRow] as const);
    const { communityCode, validFrom, validTo } = assignment;
    if (!known) {
      context.changes.add(file, at, 'added', 'added', { op: 'insertAssignment', number, assignment });
    } else if (validTo !== null && validTo <= validFrom) {
      context.changes.add(file, at, 'ended', 'ended', { op: 'removeAssignment', number, communityCode, validFrom });
    } else {
      const set = difference(known, assignment, ['shareBp', 'validTo']);
      const effect = known.validTo === validTo ? 'changed' : ends(known.validTo, validTo);
      if (set) context.changes.add(file, at, effect, effect, { op: 'updateAssignment', number, communityCode, validFrom, set });
    }
  }
}
