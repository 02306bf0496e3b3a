import type { PopulationFilter } from '@fairmark/contracts/cycles';
import { sql } from '../database/index.js';

const narrows = (list: readonly string[], condition: ReturnType<typeof sql>) => (list.length === 0 ? sql`true` : condition);

/** People with department and position as of a day, and what keeps each of them out. */
const people = (day: string, condition: ReturnType<typeof sql>, exclude: readonly string[]) => sql`
    select e.id as employee_id, d.department_id, p.code as position_code, case
      when e.id = any(${[...exclude]}::uuid[]) then 'excluded' when e.left_on < ${day}::date then 'left' when e.hired_on > ${day}::date then 'notHiredYet' when d.department_id is null then 'noDepartment' end as why
    from employees e
    left join employee_departments d on d.employee_id = e.id and daterange(d.valid_from, d.valid_to) @> ${day}::date
    left join employee_positions ep on ep.employee_id = e.id and daterange(ep.valid_from, ep.valid_to) @> ${day}::date left join positions p on p.id = ep.position_id
    where ${condition}`;

/**
 * Everybody whom the filter names as of a day, as a query with the columns employee_id, department_id, position_code and why. Departments include
 * those below them. People who are listed by name come in whatever the other lists say; `exclude` wins over everything.
 */
export function populationQuery({ departmentIds, positions, regions, communityTypes, employeeIds, exclude }: PopulationFilter, day: string) {
  const inDepartments = sql`d.department_id in (
    with recursive below as (select id from departments where id = any(${departmentIds}::uuid[]) union select c.id from below join departments c on c.parent_id = below.id) select id from below)`;
  const operates = sql`exists (
    select from community_assignments a join communities c on c.id = a.community_id where a.employee_id = e.id and c.type = any(${communityTypes}::text[]) and daterange(a.valid_from, a.valid_to) @> ${day}::date)`;
  const matches = sql`${narrows(departmentIds, inDepartments)} and ${narrows(positions, sql`p.code = any(${positions}::text[])`)}
    and ${narrows(regions, sql`e.region = any(${regions}::text[])`)} and ${narrows(communityTypes, operates)}`;
  return people(day, sql`e.id = any(${employeeIds}::uuid[]) or (${matches})`, exclude);
}

/** These people and nobody else, with the columns of `populationQuery`. */
export const namedPeople = (employeeIds: readonly string[], day: string) => people(day, sql`e.id = any(${[...employeeIds]}::uuid[])`, []);
