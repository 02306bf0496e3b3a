import { OrgErrors } from '@fairmark/contracts/errors';
import { clip, diffRows, setFrom } from '../dated.js';
import { later } from '../dates.js';
import type { Dated, Employee, LocalDate } from '../snapshot.js';
import { eachWithProgress, type EmployeeDraft, type PlanContext, type Steps } from './context.js';
import { difference } from './difference.js';
import { emitRows } from './emit-rows.js';
import { employeeLines, type EmployeeRow } from './employee-rows.js';

const masterKeys = ['name', 'nameEn', 'email', 'zone', 'locale', 'region', 'country', 'privateAddress', 'hiredOn', 'leftOn'] as const;

/** Works out what each person of the file will be. */
export function* draftEmployees(context: PlanContext, groups: Map<string, EmployeeRow[]>): Steps {
  yield* eachWithProgress(groups, groups.size, { phase: 'relations', file: 'employees' }, ([number, rows]) => {
    context.employees.set(number, draft(context, rows));
  });
}

function draft(context: PlanContext, fileRows: readonly EmployeeRow[]): EmployeeDraft {
  const dated = fileRows.map((row) => ({ ...row, effective: effectiveDate(context, row) }));
  dated.sort((a, b) => (a.effective < b.effective ? -1 : Number(a.effective > b.effective)));
  const master = (dated.at(-1) ?? fileRows[0])?.master as EmployeeRow['master'];
  const old = context.current.employees.get(master.number);
  const next: Employee = {
    ...master,
    managers: old?.managers ?? [],
    departments: old?.departments ?? [],
    positions: old?.positions ?? [],
    leaves: old?.leaves ?? [],
    assignments: old?.assignments ?? [],
  };
  for (const line of employeeLines) {
    let rows: Dated<string>[] = old ? fromFirstDay(old[line], old.hiredOn, master.hiredOn) : [];
    for (const { effective, lines } of dated) {
      const value = lines[line];
      if (value !== undefined) rows = setFrom(rows, effective, value);
    }
    next[line] = clip(rows, master.hiredOn, master.leftOn);
  }
  return { next, isNew: !old, rows: dated.map(({ row, effective, lines }) => ({ row, effective, managerNumber: lines.managers })) };
}

/** A row that names no date holds from the first day for a new person, from today for a known one. */
function effectiveDate(context: PlanContext, { effective, master }: EmployeeRow): LocalDate {
  const known = context.current.employees.has(master.number);
  return later(effective ?? (known ? context.options.today : master.hiredOn), master.hiredOn);
}

/** When the first day is corrected to an earlier one, what held from the first day holds from the corrected one. */
function fromFirstDay(rows: readonly Dated<string>[], oldFirst: LocalDate, first: LocalDate): Dated<string>[] {
  return rows.map((row) => (row.validFrom === oldFirst && first < oldFirst ? { ...row, validFrom: first } : row));
}

/** E-mail addresses are unique after the import; people may swap addresses in one file. */
export function checkEmails(context: PlanContext): void {
  const owners = new Map<string, string>();
  for (const { number, email } of context.current.employees.values()) if (!context.employees.has(number)) owners.set(email, number);
  for (const { next, rows } of context.employees.values()) {
    const owner = owners.get(next.email);
    if (owner === undefined) owners.set(next.email, next.number);
    else context.issues.add('employees', rows.at(-1)?.row ?? 0, 'email', OrgErrors.duplicateEmail, { number: owner });
  }
}

/** Plans the writes that lead from each person as they are to the person as they will be. */
export function* emitEmployees(context: PlanContext): Steps {
  yield* eachWithProgress(context.employees.values(), context.employees.size, { phase: 'comparing', file: 'employees' }, ({ next, rows, isNew }) => {
    const row = rows.at(-1)?.row ?? 0;
    const old = context.current.employees.get(next.number);
    const set = old ? difference(old, next, masterKeys) : null;
    if (!old) context.changes.add('employees', row, 'added', 'added', { op: 'insertEmployee', employee: masterOf(next) });
    else if (set) {
      const effect = set.leftOn ? 'ended' : 'changed';
      context.changes.add('employees', row, effect, effect, { op: 'updateEmployee', number: next.number, set });
    }
    for (const line of employeeLines) {
      const place = { file: 'employees' as const, rowOf: (from: LocalDate) => rowAt(rows, from), rowEffect: isNew ? ('added' as const) : ('changed' as const) };
      emitRows(context, line, next.number, diffRows(old?.[line] ?? [], next[line]), place);
    }
  });
}

/** The row of the file that speaks of a day: the last one in force by then, else the first. */
function rowAt(rows: EmployeeDraft['rows'], date: LocalDate): number {
  return (rows.findLast((row) => row.effective <= date) ?? rows[0])?.row ?? 0;
}

function masterOf(person: Employee): EmployeeRow['master'] {
  const { managers: _m, departments: _d, positions: _p, leaves: _l, assignments: _a, ...master } = person;
  return master;
}
