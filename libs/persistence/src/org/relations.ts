import { sql, type Executor } from '../database/index.js';

/**
 * The line above a person as of a date, nearest first. `active` is false for managers who have left or are
 * disabled: callers skip them upwards, they never get a task.
 */
export async function managersUpwards(tx: Executor, employeeId: string, asOf: string): Promise<{ personId: string; active: boolean }[]> {
  return tx.all(sql<{ personId: string; active: boolean }>`
    with recursive line as (
      select m.manager_id, 1 as level, array[m.employee_id] as seen from employee_managers m
      where m.employee_id = ${employeeId} and m.valid_from <= ${asOf}::date and (m.valid_to is null or m.valid_to > ${asOf}::date)
      union all
      select m.manager_id, line.level + 1, line.seen || m.employee_id from line
      join employee_managers m on m.employee_id = line.manager_id and m.valid_from <= ${asOf}::date and (m.valid_to is null or m.valid_to > ${asOf}::date)
      where not m.manager_id = any(line.seen) and line.level < 30)
    select line.manager_id as "personId", (e.hired_on <= ${asOf}::date and (e.left_on is null or e.left_on >= ${asOf}::date) and a.disabled_at is null) as active
    from line join employees e on e.id = line.manager_id left join accounts a on a.employee_id = e.id order by line.level`);
}

/** The lines above many people by one question; who has nobody above has an empty list. */
export async function managersOfMany(tx: Executor, employeeIds: readonly string[], asOf: string): Promise<Record<string, { personId: string; active: boolean }[]>> {
  const rows = await tx.all(sql<{ root: string; personId: string; active: boolean }>`
    with recursive line as (
      select m.employee_id as root, m.manager_id, 1 as level, array[m.employee_id] as seen from employee_managers m
      where m.employee_id = any(${[...employeeIds]}::uuid[]) and m.valid_from <= ${asOf}::date and (m.valid_to is null or m.valid_to > ${asOf}::date)
      union all
      select line.root, m.manager_id, line.level + 1, line.seen || m.employee_id from line
      join employee_managers m on m.employee_id = line.manager_id and m.valid_from <= ${asOf}::date and (m.valid_to is null or m.valid_to > ${asOf}::date)
      where not m.manager_id = any(line.seen) and line.level < 30)
    select line.root, line.manager_id as "personId", (e.hired_on <= ${asOf}::date and (e.left_on is null or e.left_on >= ${asOf}::date) and a.disabled_at is null) as active
    from line join employees e on e.id = line.manager_id left join accounts a on a.employee_id = e.id order by line.level`);
  const lines: Record<string, { personId: string; active: boolean }[]> = Object.fromEntries(employeeIds.map((id) => [id, []]));
  for (const { root, personId, active } of rows) lines[root]?.push({ personId, active });
  return lines;
}

/** The nearest active manager; undefined at the top. */
export async function activeManagerOf(tx: Executor, employeeId: string, asOf: string): Promise<string | undefined> {
  return (await managersUpwards(tx, employeeId, asOf)).find((manager) => manager.active)?.personId;
}

/** Department of a person as of a date. */
export async function departmentOf(tx: Executor, employeeId: string, asOf: string): Promise<string | undefined> {
  const row = await tx.one(sql<{ id: string }>`
    select department_id as id from employee_departments where employee_id = ${employeeId} and valid_from <= ${asOf}::date and (valid_to is null or valid_to > ${asOf}::date)`);
  return row?.id;
}

/** Active head of a department or of the nearest department above that has one. */
export async function departmentHeadOf(tx: Executor, departmentId: string, asOf: string): Promise<string | undefined> {
  const row = await tx.one(sql<{ id: string }>`
    with recursive up as (
      select id, parent_id, head_id, 0 as level from departments where id = ${departmentId}
      union all select d.id, d.parent_id, d.head_id, up.level + 1 from up join departments d on d.id = up.parent_id where up.level < 30)
    select e.id from up join employees e on e.id = up.head_id left join accounts a on a.employee_id = e.id
    where e.hired_on <= ${asOf}::date and (e.left_on is null or e.left_on >= ${asOf}::date) and a.disabled_at is null order by up.level limit 1`);
  return row?.id;
}

/** Active HR people whose scope covers a department, the narrowest scope first; never the given person. */
export async function hrFor(tx: Executor, departmentId: string | null, except: string | null, asOf: string): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    with recursive up as (
      select id, parent_id, 0 as level from departments where id = ${departmentId}::uuid
      union all select d.id, d.parent_id, up.level + 1 from up join departments d on d.id = up.parent_id where up.level < 30)
    select g.employee_id as id from role_grants g join employees e on e.id = g.employee_id left join accounts a on a.employee_id = e.id left join up on up.id = g.department_id
    where g.role = 'hr' and g.revoked_at is null and (g.department_id is null or up.id is not null) and g.employee_id is distinct from ${except}::uuid
      and e.hired_on <= ${asOf}::date and (e.left_on is null or e.left_on >= ${asOf}::date) and a.disabled_at is null
    group by g.employee_id order by min(coalesce(up.level, 1000)), g.employee_id`);
  return rows.map((row) => row.id);
}
