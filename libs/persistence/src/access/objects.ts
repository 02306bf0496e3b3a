import type { AccessObject } from '@fairmark/domain/access';
import { sql } from '../database/index.js';

const columns = {
  review: sql`
    select r.employee_id as subject_id, r.id as review_id, array[r.department_id] as departments, r.step, r.workflow_id, null::uuid as visit_id, null::uuid as session_id, a.id as appeal_id, null::uuid as creator_id
    from reviews r left join lateral (select * from appeals where review_id = r.id order by filed_at desc limit 1) a on true`,
  appeal: sql`
    select r.employee_id as subject_id, r.id as review_id, array[r.department_id] as departments, coalesce(p.step, a.state) as step, a.workflow_id, null::uuid as visit_id, null::uuid as session_id, a.id as appeal_id,
      null::uuid as creator_id
    from appeals a join reviews r on r.id = a.review_id left join processes p on p.workflow_id = a.workflow_id`,
  calibration: sql`
    select null::uuid as subject_id, null::uuid as review_id, array[s.department_id] as departments, s.state as step, s.workflow_id, null::uuid as visit_id, s.id as session_id, null::uuid as appeal_id,
      null::uuid as creator_id
    from calibration_sessions s`,
  cycle: sql`
    select null::uuid as subject_id, null::uuid as review_id, array(select jsonb_array_elements_text(coalesce(c.population -> 'departmentIds', '[]'))::uuid) as departments, c.state as step, 'cycle/' || c.id as workflow_id,
      null::uuid as visit_id, null::uuid as session_id, null::uuid as appeal_id, c.created_by as creator_id
    from cycles c`,
} as const;

/** A visit is seen as the object of its process, and the step is where that process now stands. */
const visit = (id: string) => sql`
  select coalesce(v.subject_id, x.subject_id) as subject_id, x.review_id, x.departments, p.step, v.workflow_id, v.id as visit_id, x.session_id, x.appeal_id, x.creator_id
  from visits v join processes p on p.workflow_id = v.workflow_id join lateral (
    select * from (${columns.review} where p.kind = 'review' and r.id = p.ref_id) review union all
    select * from (${columns.appeal} where p.kind = 'appeal' and a.id = p.ref_id) appeal union all
    select * from (${columns.calibration} where p.kind = 'calibration' and s.id = p.ref_id) session union all
    select * from (${columns.cycle} where p.kind = 'cycle' and c.id = p.ref_id) cycle) x on true
  where v.id = ${id}`;

/** Somebody who left is seen as on their last day: their department then, their manager then. */
const employee = (id: string) => sql`
  select e.id as subject_id, null::uuid as review_id, array(select d.department_id from employee_departments d
      where d.employee_id = e.id and daterange(d.valid_from, d.valid_to) @> least((now() at time zone e.zone)::date, e.left_on)) as departments,
    '' as step, null::text as workflow_id, null::uuid as visit_id, null::uuid as session_id, null::uuid as appeal_id, null::uuid as creator_id
  from employees e where e.id = ${id}`;

/**
 * One row that says what a relation can refer to: subject, review, departments (all of them must be inside a role's scope), step,
 * workflow, session, appeal. No row: the object does not exist.
 */
export function objectQuery(kind: Exclude<AccessObject, 'none'>, id: string) {
  switch (kind) {
    case 'review': return sql`${columns.review} where r.id = ${id}`;
    case 'appeal': return sql`${columns.appeal} where a.id = ${id}`;
    case 'calibration': return sql`${columns.calibration} where s.id = ${id}`;
    case 'cycle': return sql`${columns.cycle} where c.id = ${id}`;
    case 'visit': return visit(id);
    case 'employee': return employee(id);
  }
}
