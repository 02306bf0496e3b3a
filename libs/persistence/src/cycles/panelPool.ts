import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';

const active = (day: string) => sql`e.hired_on <= ${day}::date and (e.left_on is null or e.left_on >= ${day}::date) and a.disabled_at is null`;

/** With fewer people who lead, everybody may sit on panels: of a dozen leaders most stand in the line of the case or calibrated it. */
const ENOUGH_LEADERS = 20;

/**
 * People who may sit on appeal panels as of a day: the list that HR keeps, or while there is none everybody who leads people, heads a department or
 * holds the role of a project lead, in a small company everybody. Who is excluded in one case is not this function's business.
 */
export async function panelPool(read: Executor, day: string): Promise<string[]> {
  const rows = await read.all(sql<{ id: string; chosen: boolean; leads: boolean }>`
    select e.id, e.id in (select employee_id from panel_pool) as chosen,
      e.id in (select m.manager_id from employee_managers m where daterange(m.valid_from, m.valid_to) @> ${day}::date union all select head_id from departments where head_id is not null
        union all select g.employee_id from role_grants g where g.role = 'lead' and g.revoked_at is null) as leads
    from employees e left join accounts a on a.employee_id = e.id where ${active(day)} order by e.id`);
  const chosen = (await read.one(sql`select 1 from panel_pool limit 1`)) !== undefined;
  const leaders = rows.filter((row) => row.leads);
  const pool = chosen ? rows.filter((row) => row.chosen) : leaders.length >= ENOUGH_LEADERS ? leaders : rows;
  return pool.map((row) => row.id);
}

/** Replaces the list that HR keeps; an empty list goes back to everybody who leads. Answers how many people it has. */
export async function setPanelPool(tx: Executor, employeeIds: readonly string[], actorId: string): Promise<number> {
  await tx.run(sql`delete from panel_pool where not employee_id = any(${[...employeeIds]}::uuid[])`);
  await tx.run(sql`insert into panel_pool (employee_id, added_by) select e.id, ${actorId}::uuid from employees e where e.id = any(${[...employeeIds]}::uuid[]) on conflict do nothing`);
  const row = await tx.one(sql<{ people: number }>`select count(*)::integer as people from panel_pool`);
  await appendAudit(tx, 'panel-pool', { actorId }, new Date().toISOString(), [{ action: 'panelPool.changed', object: 'panel-pool', after: { employeeIds: [...employeeIds].sort() } }]);
  return row?.people ?? 0;
}
