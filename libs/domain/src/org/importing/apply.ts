import { assertNever, DomainError } from '../../common/index.js';
import type { Assignment, Community, Dated, Employee, OrgSnapshot } from '../snapshot.js';
import type { OrgWrite, RowLine } from './changes.js';

/** Raised when a write names something that the organisation does not hold. */
export const unknownSubject = 'ORG.UNKNOWN_SUBJECT';

/** Carries planned writes out on the organisation in memory, in their order, as persistence does in SQL. Changes `snapshot` in place. */
export function applyChanges(snapshot: OrgSnapshot, writes: readonly OrgWrite[]): void {
  for (const write of writes) apply(snapshot, write);
}

function apply(snapshot: OrgSnapshot, write: OrgWrite): void {
  switch (write.op) {
    case 'insertDepartment':
      return void snapshot.departments.set(write.department.code, { ...write.department, headNumber: null });
    case 'updateDepartment':
      return void Object.assign(must(snapshot.departments, write.code), write.set);
    case 'setDepartmentHead':
      must(snapshot.departments, write.code).headNumber = write.headNumber;
      return;
    case 'insertPosition':
      return void snapshot.positions.set(write.position.code, { ...write.position });
    case 'updatePosition':
      return void Object.assign(must(snapshot.positions, write.code), write.set);
    case 'renumberEmployee':
      return renumber(snapshot, write.number, write.to);
    case 'insertEmployee':
      return void snapshot.employees.set(write.employee.number, { ...write.employee, managers: [], departments: [], positions: [], leaves: [], assignments: [] });
    case 'updateEmployee':
      return void Object.assign(must(snapshot.employees, write.number), write.set);
    case 'insertCommunity':
      return void snapshot.communities.set(write.community.code, { ...write.community, stages: [] });
    case 'updateCommunity':
      return void Object.assign(must(snapshot.communities, write.code), write.set);
    default:
      applyRow(snapshot, write);
  }
}

function renumber(snapshot: OrgSnapshot, number: string, to: string): void {
  const person = must(snapshot.employees, number);
  snapshot.employees.delete(number);
  snapshot.employees.set(to, { ...person, number: to });
}

type RowWrite = Extract<OrgWrite, { validFrom: string } | { leave: unknown } | { assignment: unknown }>;

function applyRow(snapshot: OrgSnapshot, write: RowWrite): void {
  switch (write.op) {
    case 'removeRow':
    case 'endRow':
    case 'correctRow':
    case 'insertRow':
      return applyDated(lineOf(snapshot, write.line, write.subject), write);
    case 'insertLeave':
      return sorted(must(snapshot.employees, write.number).leaves, { ...write.leave });
    case 'updateLeave':
      return void Object.assign(rowOf(must(snapshot.employees, write.number).leaves, write.validFrom), write.set);
    case 'insertAssignment':
      return sorted(must(snapshot.employees, write.number).assignments, { ...write.assignment });
    case 'updateAssignment':
      return void Object.assign(assignmentOf(must(snapshot.employees, write.number), write), write.set);
    case 'removeAssignment': {
      const { assignments } = must(snapshot.employees, write.number);
      return void assignments.splice(assignments.indexOf(assignmentOf(must(snapshot.employees, write.number), write)), 1);
    }
    default:
      assertNever(write);
  }
}

function applyDated(rows: Dated<string>[], write: Extract<OrgWrite, { line: RowLine }>): void {
  if (write.op === 'insertRow') return sorted(rows, { value: write.value, validFrom: write.validFrom, validTo: write.validTo });
  const row = rowOf(rows, write.validFrom);
  if (write.op === 'removeRow') rows.splice(rows.indexOf(row), 1);
  else row.validTo = write.validTo;
  if (write.op === 'correctRow') row.value = write.value;
}

function lineOf(snapshot: OrgSnapshot, line: RowLine, subject: string): Dated<string>[] {
  const holder: Employee | Community = line === 'stages' ? must(snapshot.communities, subject) : must(snapshot.employees, subject);
  return 'stages' in holder ? holder.stages : line === 'stages' ? [] : holder[line];
}

function sorted<T extends { validFrom: string }>(rows: T[], row: T): void {
  rows.push(row);
  rows.sort((a, b) => (a.validFrom < b.validFrom ? -1 : Number(a.validFrom > b.validFrom)));
}

function rowOf<T extends { validFrom: string }>(rows: readonly T[], validFrom: string): T {
  return found(rows.find((row) => row.validFrom === validFrom));
}

function assignmentOf(person: Employee, key: Pick<Assignment, 'communityCode' | 'validFrom'>): Assignment {
  return found(person.assignments.find((row) => row.communityCode === key.communityCode && row.validFrom === key.validFrom));
}

function must<T>(map: ReadonlyMap<string, T>, key: string): T {
  return found(map.get(key));
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new DomainError(unknownSubject);
  return value;
}
