import { OrgErrors } from '@fairmark/contracts/errors';
import { addDays } from '../dates.js';
import type { Leave } from '../snapshot.js';
import type { PlanContext } from './context.js';
import { ends } from './emit-rows.js';
import { readerFor } from './files.js';
import type { RowReader } from './row-reader.js';

type LeaveRow = { row: number; number: string; leave: Leave };

/** Kind of a leave whose file names none; the reason is nobody's business. */
const defaultKind = 'leave';

/** Reads leaves and plans their writes. A leave is known by person and first day; the last day is inclusive in the file. */
export function planLeaves(context: PlanContext): void {
  const table = context.tables.get('leaves');
  if (!table) return;
  const reader = readerFor(table, context.issues);
  const byPerson = new Map<string, LeaveRow[]>();
  table.records.forEach((record, index) => {
    if (!reader.load(record, index + 2)) return;
    const next = readLeave(reader, context);
    if (reader.failed) return;
    const rows = byPerson.get(next.number);
    if (rows) rows.push(next);
    else byPerson.set(next.number, [next]);
  });
  for (const [number, rows] of byPerson) planPerson(context, number, rows);
}

function readLeave(reader: RowReader, context: PlanContext): LeaveRow {
  const number = reader.needCode('employee_number');
  const person = context.employee(number);
  const [from, to] = [reader.needDate('from'), reader.needDate('to')];
  if (number !== '' && !context.knows('employees', number)) reader.refuse('employee_number', OrgErrors.unknownEmployee, { number });
  if (from !== '' && to !== '' && to < from) reader.refuse('to', OrgErrors.datesOutOfOrder, { from, to });
  if (person && from !== '' && (from < person.hiredOn || (person.leftOn !== null && from > person.leftOn))) {
    reader.refuse('from', OrgErrors.outsideEmployment, { hiredOn: person.hiredOn, ...(person.leftOn ? { leftOn: person.leftOn } : {}) });
  }
  const validTo = to === '' ? '' : addDays(to, 1);
  return { row: reader.row, number, leave: { kind: reader.text('kind', 40) ?? defaultKind, validFrom: from, validTo } };
}

function planPerson(context: PlanContext, number: string, rows: readonly LeaveRow[]): void {
  const old = context.current.employees.get(number)?.leaves ?? [];
  const merged = new Map<string, { leave: Leave; row: number }>(old.map((leave) => [leave.validFrom, { leave, row: 0 }]));
  for (const { row, leave } of rows) {
    const known = merged.get(leave.validFrom);
    if (known && known.row > 0) context.issues.add('leaves', row, 'from', OrgErrors.duplicateRow, { number, firstRow: known.row });
    else merged.set(leave.validFrom, { leave, row });
  }
  const sorted = [...merged.values()].sort((a, b) => (a.leave.validFrom < b.leave.validFrom ? -1 : 1));
  sorted.forEach((next, index) => {
    const previous = sorted[index - 1];
    if (!previous || previous.leave.validTo <= next.leave.validFrom) return;
    context.issues.add('leaves', next.row || previous.row, 'from', OrgErrors.leaveOverlap, { number, otherFrom: previous.leave.validFrom });
  });
  for (const { row, leave } of sorted) if (row > 0) emitLeave(context, number, row, leave, old);
}

function emitLeave(context: PlanContext, number: string, row: number, next: Leave, old: readonly Leave[]): void {
  const known = old.find((leave) => leave.validFrom === next.validFrom);
  if (!known) return context.changes.add('leaves', row, 'added', 'added', { op: 'insertLeave', number, leave: next });
  const set = {
    ...(known.kind === next.kind ? {} : { kind: next.kind }),
    ...(known.validTo === next.validTo ? {} : { validTo: next.validTo }),
  };
  if (Object.keys(set).length === 0) return;
  const effect = known.validTo === next.validTo ? 'changed' : ends(known.validTo, next.validTo);
  context.changes.add('leaves', row, effect, effect, { op: 'updateLeave', number, validFrom: next.validFrom, set });
}
