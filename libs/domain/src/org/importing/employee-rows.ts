import { OrgErrors } from '@fairmark/contracts/errors';
import type { ColumnKey } from '../files/columns.js';
import type { EmployeeLine, EmployeeMaster, LocalDate } from '../snapshot.js';
import { readCountry, readEmail, readLocale, readPrivateAddress, readZone } from './cells.js';
import { eachWithProgress, type PlanContext, type Steps } from './context.js';
import { defaultCountry } from './departments.js';
import { readerFor } from './files.js';
import type { RowReader } from './row-reader.js';

/** A valid row of the employees file. A line that is undefined has no column and stays as it is; null says "none". */
export type EmployeeRow = {
  row: number;
  master: EmployeeMaster;
  effective: LocalDate | null;
  lines: Partial<Record<EmployeeLine, string | null>>;
};

/** Column of each dated line. */
export const lineColumns: Readonly<Record<EmployeeLine, ColumnKey>> = { managers: 'manager_number', departments: 'department', positions: 'position' };

/** The dated lines of a person. */
export const employeeLines: readonly EmployeeLine[] = ['managers', 'departments', 'positions'];

/** Reads the employees file into rows by number, in file order. Several rows for one person need different effective dates. */
export function* readEmployees(context: PlanContext, groups: Map<string, EmployeeRow[]>): Steps {
  const table = context.tables.get('employees');
  if (!table) return;
  const reader = readerFor(table, context.issues);
  yield* eachWithProgress(table.records, table.records.length, { phase: 'checking', file: 'employees' }, (record, index) => {
    if (!reader.load(record, index + 2)) return;
    const next = readEmployee(reader, context);
    const group = groups.get(next.master.number);
    const rival = group?.find((other) => other.effective === null || next.effective === null || other.effective === next.effective);
    if (rival) reader.refuse('number', OrgErrors.duplicateNumber, { number: next.master.number, firstRow: rival.row });
    if (reader.failed) context.refused.employees.add(next.master.number);
    else if (group) group.push(next);
    else groups.set(next.master.number, [next]);
  });
  table.records = [];
}

function readEmployee(reader: RowReader, context: PlanContext): EmployeeRow {
  const number = reader.needCode('number');
  const old = context.current.employees.get(number);
  const master: EmployeeMaster = {
    number,
    name: reader.need('name'),
    nameEn: reader.has('name_en') ? reader.text('name_en') : (old?.nameEn ?? null),
    email: readEmail(reader),
    zone: readZone(reader),
    locale: readLocale(reader),
    region: reader.need('region', 50),
    country: readCountry(reader) ?? old?.country ?? defaultCountry,
    privateAddress: reader.has('private_address') ? readPrivateAddress(reader) : (old?.privateAddress ?? null),
    hiredOn: reader.needDate('hired_on'),
    leftOn: reader.has('left_on') ? reader.date('left_on') : (old?.leftOn ?? null),
  };
  if (master.leftOn !== null && master.hiredOn !== '' && master.leftOn < master.hiredOn) {
    reader.refuse('left_on', OrgErrors.datesOutOfOrder, { from: master.hiredOn, to: master.leftOn });
  }
  return { row: reader.row, master, effective: reader.date('effective_date'), lines: readLines(reader, context) };
}

function readLines(reader: RowReader, context: PlanContext): EmployeeRow['lines'] {
  const lines: EmployeeRow['lines'] = {};
  for (const line of employeeLines) if (reader.has(lineColumns[line])) lines[line] = reader.code(lineColumns[line]);
  if (lines.departments && !context.knows('departments', lines.departments)) {
    reader.refuse('department', OrgErrors.unknownDepartment, { code: lines.departments });
  }
  if (lines.positions && !context.knows('positions', lines.positions)) {
    reader.refuse('position', OrgErrors.unknownPosition, { code: lines.positions });
  }
  return lines;
}
