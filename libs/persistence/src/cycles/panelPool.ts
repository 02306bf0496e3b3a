import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';

const active = (day: string) => sql`e.hired_on <= ${day}::date and (e.left_on is null or e.left_on >= ${day}::date) and a.disabled_at is null`;

/**
 * People who may sit on appeal panels as of a day: the list that HR keeps, or while there is none everybody who leads people, heads a department or
 * holds the role of a project lead. Who is excluded in one case is not this function's business.
 */
export async function panelPool(read: Executor, day: string): Promise<string[]> {
  const rows = await read.all(sql<{ id: string }>`
    select e.id from employees e left join accounts a on a.employee_id = e.id
    where ${active(day)} and case when exists (select from panel_pool) then exists (select from panel_pool p where p.employee_id = e.id)
      else exists (select from employee_managers m where m.manager_id = e.id and daterange(m.valid_from, m.valid_to) @> ${day}::date) or exists (select from departments d where d.head_id = e.id)
        or exists (select from role_grants g where g.employee_id = e.id and g.role = 'lead' and g.revoked_at is null) end
    order by e.id`);
  return rows.map((row) => row.id);
}

/** Replaces the list that HR keeps; an empty list goes back to everybody who leads. Answers how many people it has. */
export async function setPanelPool(tx: Executor, employeeIds: readonly string[], actorId: string): Promise<number> {
  await tx.run(sql`delete from panel_pool where not employee_id = any(${[...employeeIds]}::uuid[])`);
  await tx.run(sql`insert into panel_pool (employee_id, added_by) select e.id, ${actorId}::uuid from employees e where e.id = any(${[...employeeIds]}::uuid[]) on conflict do nothing`);
  const row = await tx.one(sql<{ people: number }>`select count(*)::integer as people from panel_pool`);
  await appendAudit(tx, 'panel-pool', { actorId }, new Date().toISOString(), [{ action: 'panelPool.changed', object: 'panel-pool', after: { employeeIds: [...employeeIds].sort() } }]);
  return row?.people ?? 0;
}
