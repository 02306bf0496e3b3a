import { addDays } from '../calendar/index.js';
import { diffRows, setFrom, type Employee, type EmployeeLine, type OrgChange, type OrgSnapshot, type OrgWrite } from '../org/index.js';
import type { OrgEvent } from './event.js';

/** A department's new names. */
export interface Renaming {
  name: string;
  nameEn: string | null;
}

/** The writes with which an event becomes dated rows; none where they say so already. `leaveKind` names a leave, `renaming` a department. */
export function writesOf(current: OrgSnapshot, event: OrgEvent, { leaveKind = 'leave', renaming }: { leaveKind?: string; renaming?: Renaming } = {}): OrgChange[] {
  return [...(renaming && event.fromDepartment ? rename(current, event.fromDepartment, renaming) : []), ...peopleOf(current, event).flatMap((person) => personWrites(person, event, leaveKind))].map((write) => ({ ...write, file: 'employees', row: 0, effect: 'changed' }));
}

function peopleOf(current: OrgSnapshot, { number, people }: OrgEvent): Employee[] {
  return [...(number === null ? [] : [number]), ...people].flatMap((one) => current.employees.get(one) ?? []);
}

function personWrites(person: Employee, event: OrgEvent, leaveKind: string): OrgWrite[] {
  const { kind, effectiveOn, toManager, toDepartment, until } = event;
  if (kind === 'left') return person.leftOn === addDays(effectiveOn, -1) ? [] : [{ op: 'updateEmployee', number: person.number, set: { leftOn: addDays(effectiveOn, -1) } }, ...endRows(person, effectiveOn)];
  if (kind === 'onLeave') return leaveWrites(person, { kind: leaveKind, validFrom: effectiveOn, validTo: String(until) });
  if (kind === 'returned') return person.leaves.filter((leave) => leave.validFrom < effectiveOn && effectiveOn < leave.validTo).map((leave) => ({ op: 'updateLeave', number: person.number, validFrom: leave.validFrom, set: { validTo: effectiveOn } }));
  return [...(toDepartment === null ? [] : lineWrites(person, 'departments', effectiveOn, toDepartment)), ...(toManager === null ? [] : lineWrites(person, 'managers', effectiveOn, toManager))];
}

/** Rows of a person who leaves end with the last day; what would have come later never comes true. */
function endRows(person: Employee, from: string): OrgWrite[] {
  return (['managers', 'departments', 'positions'] as const).flatMap((line) =>
    person[line].flatMap((row): OrgWrite[] => {
      if (row.validFrom >= from) return [{ op: 'removeRow', line, subject: person.number, validFrom: row.validFrom }];
      return row.validTo === null || row.validTo > from ? [{ op: 'endRow', line, subject: person.number, validFrom: row.validFrom, validTo: from }] : [];
    }),
  );
}

function leaveWrites(person: Employee, leave: { kind: string; validFrom: string; validTo: string }): OrgWrite[] {
  const same = person.leaves.find((one) => one.validFrom === leave.validFrom);
  if (same) return same.validTo === leave.validTo ? [] : [{ op: 'updateLeave', number: person.number, validFrom: leave.validFrom, set: { validTo: leave.validTo } }];
  return [{ op: 'insertLeave', number: person.number, leave }];
}

function lineWrites(person: Employee, line: EmployeeLine, from: string, value: string): OrgWrite[] {
  return diffRows(person[line], setFrom(person[line], from, value)).map((change): OrgWrite => {
    const key = { line, subject: person.number, validFrom: change.row.validFrom };
    if (change.kind === 'insert') return { op: 'insertRow', ...key, value: change.row.value, validTo: change.row.validTo };
    if (change.kind === 'remove') return { op: 'removeRow', ...key };
    return change.kind === 'end' ? { op: 'endRow', ...key, validTo: change.validTo } : { op: 'correctRow', ...key, value: change.value, validTo: change.validTo };
  });
}

function rename(current: OrgSnapshot, code: string, { name, nameEn }: Renaming): OrgWrite[] {
  const department = current.departments.get(code);
  return !department || (department.name === name && department.nameEn === nameEn) ? [] : [{ op: 'updateDepartment', code, set: { name, nameEn } }];
}
