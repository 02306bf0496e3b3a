import type { AppealLine } from '@fairmark/contracts/appeals';
import { sql, type Executor } from '../database/index.js';
import { personJson } from '../reviews/head.js';

/**
 * Appeals that somebody has to do with, newest first: the own ones, those of the panels in which they sit now, those in which a task waits for them, and those of HR's departments
 * (`null`: the whole company). HR sees nobody's own case through the role.
 */
export async function appealLines(read: Executor, viewer: { employeeId: string; hrDepartments: readonly string[] | null }): Promise<AppealLine[]> {
  const { employeeId, hrDepartments } = viewer;
  return read.all(sql<AppealLine>`
    select x.id, x."reviewId", x.about, case when x.own then 'employee' when x.seated then 'panel' when x.task = 'statement' then 'manager' when x.task = 'admissibility' then 'admitter' else 'hr' end as reader,
      x.employee, x.cycle, x.step, x.level, x."filedAt", x."dueAt", x."closedAs", x.task is not null as mine
    from (
      select a.id, a.review_id as "reviewId", a.about, ${personJson('e')} as employee, jsonb_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en) as cycle, coalesce(p.step, a.state) as step, a.level,
        a.filed_at as "filedAt", a.engine ->> 'closedAs' as "closedAs", (select min(v.due_at) from visits v where v.workflow_id = a.workflow_id and v.state = 'open') as "dueAt", r.employee_id = ${employeeId} as own,
        (select v.step from visits v join tasks t on t.visit_id = v.id where v.workflow_id = a.workflow_id and v.state = 'open' and t.state = 'open' and t.assignee_id = ${employeeId} order by v.opened_at desc limit 1) as task,
        coalesce(p.step, a.state) in ('deliberation', 'rescoring', 'secondLevel')
          and exists (select from appeal_seats s where s.appeal_id = a.id and s.level = a.level and s.employee_id = ${employeeId} and s.seat = 'member' and s.state = 'active') as seated,
        ${hrDepartments === null}::boolean or r.department_id = any(${[...(hrDepartments ?? [])]}::uuid[]) as scoped
      from appeals a join reviews r on r.id = a.review_id join employees e on e.id = r.employee_id join cycles c on c.id = r.cycle_id left join processes p on p.workflow_id = a.workflow_id) x
    where x.own or x.seated or x.task is not null or x.scoped order by x."filedAt" desc, x.id limit 500`);
}
