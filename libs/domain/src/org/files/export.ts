import type { AppLocale, OrgFileKind } from '@fairmark/contracts/org';
import { writeCsv } from '../csv/index.js';
import { valueAt } from '../dated.js';
import { addDays } from '../dates.js';
import { columnsOf, fileKinds, type ColumnKey } from './columns.js';
import { headerText } from './template.js';
import type { Community, Employee, LocalDate, OrgSnapshot } from '../snapshot.js';

type Cells = Partial<Record<ColumnKey, string | null>>;

/**
 * The organisation as the files of one set, in the form that the import takes: importing them into the same organisation changes nothing.
 * People have one row for each day on which their manager, department or position changed; communities show the stage of `today`.
 */
export function exportFiles(snapshot: OrgSnapshot, locale: AppLocale, today: LocalDate): Map<OrgFileKind, Uint8Array> {
  return new Map(
    fileKinds.map((kind) => {
      const columns = columnsOf(kind);
      const header = columns.map((column) => headerText(column, locale));
      const rows = rowsOf(kind, snapshot, today).map((cells) => columns.map((column) => cells[column.key] ?? ''));
      return [kind, writeCsv([header, ...rows])];
    }),
  );
}

function rowsOf(kind: OrgFileKind, snapshot: OrgSnapshot, today: LocalDate): Cells[] {
  const people = [...snapshot.employees.values()];
  switch (kind) {
    case 'departments':
      return [...snapshot.departments.values()].map((row) => ({ code: row.code, name: row.name, name_en: row.nameEn, parent_code: row.parentCode, head_number: row.headNumber, country: row.country }));
    case 'positions':
      return [...snapshot.positions.values()].map((row) => ({ code: row.code, name: row.name, name_en: row.nameEn }));
    case 'employees':
      return people.flatMap(employeeRows);
    case 'leaves':
      return people.flatMap(leaveRows);
    case 'communities':
      return [...snapshot.communities.values()].map((community) => communityRow(community, today));
    case 'assignments':
      return people.flatMap(assignmentRows);
  }
}

function employeeRows(person: Employee): Cells[] {
  const master: Cells = {
    number: person.number, name: person.name, name_en: person.nameEn, email: person.email, zone: person.zone, locale: person.locale,
    region: person.region, country: person.country, private_address: person.privateAddress, hired_on: person.hiredOn, left_on: person.leftOn,
  };
  const lines = [...person.managers, ...person.departments, ...person.positions];
  const days = new Set(lines.flatMap((row) => [row.validFrom, ...(row.validTo === null ? [] : [row.validTo])]));
  const told = [...days].filter((day) => person.leftOn === null || day <= person.leftOn).sort();
  return (told.length > 0 ? told : [person.hiredOn]).map((day) => ({
    ...master,
    manager_number: valueAt(person.managers, day),
    department: valueAt(person.departments, day),
    position: valueAt(person.positions, day),
    effective_date: day,
  }));
}

function leaveRows(person: Employee): Cells[] {
  return person.leaves.map((leave) => ({ employee_number: person.number, kind: leave.kind, from: leave.validFrom, to: addDays(leave.validTo, -1) }));
}

function communityRow(community: Community, today: LocalDate): Cells {
  const { stages } = community;
  const stage = stages.find((row) => row.validFrom <= today && (row.validTo === null || today < row.validTo)) ?? stages[0];
  return {
    code: community.code, name: community.name, name_en: community.nameEn, type: community.type, stage: stage?.value, region: community.region,
    active_users: String(community.activeUsers), depends_on: community.dependsOn.join('|'), effective_date: stage?.validFrom,
  };
}

function assignmentRows(person: Employee): Cells[] {
  return person.assignments.map((assignment) => ({
    employee_number: person.number,
    community_code: assignment.communityCode,
    share: assignment.shareBp === null ? null : percent(assignment.shareBp),
    from: assignment.validFrom,
    to: assignment.validTo === null ? null : addDays(assignment.validTo, -1),
  }));
}

/** Basis points as a percentage with two decimals, exactly. */
function percent(shareBp: number): string {
  return `${Math.floor(shareBp / 100)}.${String(shareBp % 100).padStart(2, '0')}`;
}
