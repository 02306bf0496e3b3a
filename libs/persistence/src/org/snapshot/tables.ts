import type { RowLine } from '@fairmark/domain/org';

/** Where the dated rows of a line stand. `value.table` null: the value is text in the row itself. */
export type LineTable = {
  table: string;
  subjectTable: string;
  subjectId: string;
  subjectKey: string;
  value: { column: string; table: string; key: string } | { column: string; table: null };
};

const ofEmployee = { subjectTable: 'employees', subjectId: 'employee_id', subjectKey: 'number' } as const;

/** Names of tables and columns are constants of this file, never input: they are put into SQL as they are. */
export const lineTables: Readonly<Record<RowLine, LineTable>> = {
  managers: { table: 'employee_managers', ...ofEmployee, value: { column: 'manager_id', table: 'employees', key: 'number' } },
  departments: { table: 'employee_departments', ...ofEmployee, value: { column: 'department_id', table: 'departments', key: 'code' } },
  positions: { table: 'employee_positions', ...ofEmployee, value: { column: 'position_id', table: 'positions', key: 'code' } },
  stages: { table: 'community_stages', subjectTable: 'communities', subjectId: 'community_id', subjectKey: 'code', value: { column: 'stage', table: null } },
};
