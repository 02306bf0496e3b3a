import type { EmployeeLine, EmployeeList, EmployeeQuery, EmployeeView, PeopleFound } from '@fairmark/contracts/org';
import { sql, type Executor } from '../../database/index.js';
import { departmentRef, invitationOf, lineColumns, lineTables, personRef, positionRef, stateOf } from './personLine.js';
import { inScope, type Scope } from './scope.js';

const anything = sql`true`;

/** A pattern that contains a text literally. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** People of a scope by filter, a page at a time, in the order of their numbers. Facts are those of `asOf`. */
export async function listEmployees(read: Executor, query: EmployeeQuery & { asOf: string }, scope: Scope): Promise<EmployeeList> {
  const { asOf, search, departmentId, state, invitation, missing, page, pageSize } = query;
  const pattern = search ? containing(search.trim()) : '';
  const conditions = [
    inScope('ed.department_id', scope),
    search ? sql`(e.name ilike ${pattern} or e.name_en ilike ${pattern} or e.number ilike ${pattern} or e.email ilike ${pattern})` : anything,
    departmentId ? sql`ed.department_id = ${departmentId}` : anything,
    state ? sql`${stateOf(asOf)} = ${state}` : anything,
    invitation ? sql`${invitationOf} = ${invitation}` : anything,
    missing ? sql`${stateOf(asOf)} in ('active', 'disabled') and ${lacking(missing, asOf)}` : anything,
  ];
  const where = sql.join(conditions, sql` and `);
  const employees = await read.all(sql<EmployeeLine>`select ${lineColumns(asOf)} from ${lineTables(asOf)} where ${where} order by e.number limit ${pageSize} offset ${(page - 1) * pageSize}`);
  const count = await read.one(sql<{ total: number }>`select count(*)::integer as total from ${lineTables(asOf)} where ${where}`);
  return { employees, total: count?.total ?? 0, page, pageSize };
}

/** What the readiness list finds missing, as a condition. */
function lacking(missing: NonNullable<EmployeeQuery['missing']>, day: string) {
  switch (missing) {
    case 'manager':
      return sql`m.id is null`;
    case 'activeManager':
      return sql`(m.left_on < ${day}::date or m.hired_on > ${day}::date)`;
    case 'department':
      return sql`d.id is null`;
    case 'work':
      return sql`p.id is null and not exists (select from community_assignments c where c.employee_id = e.id and daterange(c.valid_from, c.valid_to) @> ${day}::date)`;
    case 'top':
      return sql`e.id not in (
        with recursive reached as (
          select t.id from employees t where not exists (select from employee_managers r where r.employee_id = t.id and daterange(r.valid_from, r.valid_to) @> ${day}::date)
          union select r.employee_id from reached join employee_managers r on r.manager_id = reached.id and daterange(r.valid_from, r.valid_to) @> ${day}::date)
        select id from reached)`;
  }
}

const rows = (table: string, what: ReturnType<typeof sql>, join: string) => sql`
  (select coalesce(jsonb_agg(${what} || jsonb_build_object('validFrom', r.valid_from, 'validTo', r.valid_to) order by r.valid_from), '[]') from ${sql.raw(table)} r ${sql.raw(join)} where r.employee_id = e.id)`;

/** One person with all dated rows. `seesPrivate`: whether the reader may know the address outside the company. */
export async function employeeAsOf(read: Executor, id: string, asOf: string, seesPrivate: boolean): Promise<EmployeeView | undefined> {
  return read.one(sql<EmployeeView>`
    select ${lineColumns(asOf)}, ${asOf}::date as "asOf", e.locale, e.country, e.hired_on as "hiredOn", e.left_on as "leftOn", case when ${seesPrivate} then e.private_address end as "privateAddress",
      ${rows('employee_managers', sql`jsonb_build_object('manager', ${personRef('v')})`, 'join employees v on v.id = r.manager_id')} as managers,
      ${rows('employee_departments', sql`jsonb_build_object('department', ${departmentRef('v')})`, 'join departments v on v.id = r.department_id')} as departments,
      ${rows('employee_positions', sql`jsonb_build_object('position', ${positionRef('v')})`, 'join positions v on v.id = r.position_id')} as positions,
      ${rows('employee_leaves', sql`jsonb_build_object('kind', r.kind)`, '')} as leaves,
      ${rows('community_assignments', sql`jsonb_build_object('community', ${personRef('v')} || jsonb_build_object('code', v.code), 'shareBp', r.share_bp)`, 'join communities v on v.id = r.community_id')} as assignments
    from ${lineTables(asOf)} where e.id = ${id}`);
}

/** Active people whose name contains a text, for choosing somebody. */
export async function findPeople(read: Executor, search: string, day: string): Promise<PeopleFound['people']> {
  const pattern = containing(search);
  return read.all(sql<PeopleFound['people'][number]>`
    select e.id, e.name, e.name_en as "nameEn", ${departmentRef('d')} as department from ${lineTables(day)}
    where (e.name ilike ${pattern} or e.name_en ilike ${pattern}) and ${stateOf(day)} = 'active' order by e.name, e.id limit 20`);
}

/** Active people of a scope who were never invited, or let their invitation expire. */
export async function peopleToInvite(read: Executor, day: string, scope: Scope): Promise<string[]> {
  const found = await read.all(sql<{ id: string }>`
    select e.id from ${lineTables(day)} where ${inScope('ed.department_id', scope)} and ${stateOf(day)} = 'active' and ${invitationOf} in ('none', 'expired') order by e.number`);
  return found.map((row) => row.id);
}
