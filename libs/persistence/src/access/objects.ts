import type { AccessObject } from '@fairmark/domain/access';
import { sql } from '../database/index.js';

/** A rollout and its children concern the departments that the rollout names; whoever created it is nobody special afterwards. `r` is the rollout, `own` the process of the object. */
const ofRollout = (rolloutId: ReturnType<typeof sql>, from: ReturnType<typeof sql>) => sql`
    select null::uuid as subject_id, null::uuid as review_id, r.department_ids as departments, coalesce(own.step, 'opening') as step, own.workflow_id, null::uuid as visit_id, null::uuid as session_id, null::uuid as appeal_id,
      null::uuid as creator_id, null::uuid as approval_id, ${rolloutId} as rollout_id
    from ${from}`;

const columns = {
  review: sql`
    select r.employee_id as subject_id, r.id as review_id, array[r.department_id] as departments, r.step, r.workflow_id, null::uuid as visit_id, null::uuid as session_id, a.id as appeal_id, null::uuid as creator_id, null::uuid as approval_id, null::uuid as rollout_id
    from reviews r left join lateral (select * from appeals where review_id = r.id order by filed_at desc limit 1) a on true`,
  appeal: sql`
    select r.employee_id as subject_id, r.id as review_id, array[r.department_id] as departments, coalesce(own.step, a.state) as step, a.workflow_id, null::uuid as visit_id, null::uuid as session_id, a.id as appeal_id,
      null::uuid as creator_id, null::uuid as approval_id, null::uuid as rollout_id
    from appeals a join reviews r on r.id = a.review_id left join processes own on own.workflow_id = a.workflow_id`,
  calibration: sql`
    select null::uuid as subject_id, null::uuid as review_id, array[s.department_id] as departments, s.state as step, s.workflow_id, null::uuid as visit_id, s.id as session_id, null::uuid as appeal_id,
      null::uuid as creator_id, null::uuid as approval_id, null::uuid as rollout_id
    from calibration_sessions s`,
  cycle: sql`
    select null::uuid as subject_id, null::uuid as review_id, array(select jsonb_array_elements_text(coalesce(c.population -> 'departmentIds', '[]'))::uuid) as departments, c.state as step, 'cycle/' || c.id as workflow_id,
      null::uuid as visit_id, null::uuid as session_id, null::uuid as appeal_id, c.created_by as creator_id,
      null::uuid as approval_id, null::uuid as rollout_id
    from cycles c`,
  approval: sql`
    select r.subject_id, null::uuid as review_id, array_remove(array[r.department_id], null) as departments, coalesce(own.step, 'opening') as step, 'approval/' || r.id as workflow_id, null::uuid as visit_id, null::uuid as session_id,
      null::uuid as appeal_id, null::uuid as creator_id, r.id as approval_id, null::uuid as rollout_id
    from approval_requests r left join processes own on own.kind = 'approval' and own.ref_id = r.id`,
  rollout: ofRollout(sql`r.id`, sql`rollouts r left join processes own on own.workflow_id = r.workflow_id`),
  pilot: ofRollout(sql`c.rollout_id`, sql`pilots c join rollouts r on r.id = c.rollout_id left join processes own on own.workflow_id = c.workflow_id`),
  wave: ofRollout(sql`c.rollout_id`, sql`waves c join rollouts r on r.id = c.rollout_id left join processes own on own.workflow_id = c.workflow_id`),
  pdcaQuarter: ofRollout(sql`c.rollout_id`, sql`pdca_quarters c join rollouts r on r.id = c.rollout_id left join processes own on own.workflow_id = c.workflow_id`),
} as const;

/** The object of a process `p`, whatever its kind. Nothing inside may be called `p`: it would hide the process, and every object of the kind would be found. */
const ofProcess = sql`lateral (
    select * from (${columns.review} where p.kind = 'review' and r.id = p.ref_id) review union all
    select * from (${columns.appeal} where p.kind = 'appeal' and a.id = p.ref_id) appeal union all
    select * from (${columns.calibration} where p.kind = 'calibration' and s.id = p.ref_id) session union all
    select * from (${columns.cycle} where p.kind = 'cycle' and c.id = p.ref_id) cycle union all
    select * from (${columns.approval} where p.kind = 'approval' and r.id = p.ref_id) approval union all
    select * from (${columns.rollout} where p.kind = 'rollout' and r.id = p.ref_id) rollout union all
    select * from (${columns.pilot} where p.kind = 'pilot' and c.id = p.ref_id) pilot union all
    select * from (${columns.wave} where p.kind = 'wave' and c.id = p.ref_id) wave union all
    select * from (${columns.pdcaQuarter} where p.kind = 'pdcaQuarter' and c.id = p.ref_id) quarter) x`;

/** A visit is seen as the object of its process, and the step is where that process now stands. */
const visit = (id: string) => sql`
  select coalesce(v.subject_id, x.subject_id) as subject_id, x.review_id, x.departments, p.step, v.workflow_id, v.id as visit_id, x.session_id, x.appeal_id, x.creator_id, v.approval_id, x.rollout_id
  from visits v join processes p on p.workflow_id = v.workflow_id join ${ofProcess} on true
  where v.id = ${id}`;

/** An approval is seen as the object of the process in which it runs; before it has opened, as its request. */
const approval = (id: string) => sql`
  select coalesce(i.subject_id, x.subject_id) as subject_id, x.review_id, x.departments, p.step, i.workflow_id, null::uuid as visit_id, x.session_id, x.appeal_id, x.creator_id, i.id as approval_id, x.rollout_id
  from approval_instances i join processes p on p.workflow_id = i.workflow_id join ${ofProcess} on true where i.id = ${id}
  union all select * from (${columns.approval} where r.id = ${id} and not exists (select from approval_instances where id = r.id)) waiting`;

/** Somebody who left is seen as on their last day: their department then, their manager then. */
const employee = (id: string) => sql`
  select e.id as subject_id, null::uuid as review_id, array(select d.department_id from employee_departments d
      where d.employee_id = e.id and daterange(d.valid_from, d.valid_to) @> least((now() at time zone e.zone)::date, e.left_on)) as departments,
    '' as step, null::text as workflow_id, null::uuid as visit_id, null::uuid as session_id, null::uuid as appeal_id, null::uuid as creator_id, null::uuid as approval_id, null::uuid as rollout_id
  from employees e where e.id = ${id}`;

/**
 * One row that says what a relation can refer to: subject, review, departments (all of them must be inside a role's scope), step,
 * workflow, session, appeal, rollout. No row: the object does not exist.
 */
export function objectQuery(kind: Exclude<AccessObject, 'none'>, id: string) {
  switch (kind) {
    case 'review': return sql`${columns.review} where r.id = ${id}`;
    case 'appeal': return sql`${columns.appeal} where a.id = ${id}`;
    case 'calibration': return sql`${columns.calibration} where s.id = ${id}`;
    case 'cycle': return sql`${columns.cycle} where c.id = ${id}`;
    case 'visit': return visit(id);
    case 'approval': return approval(id);
    case 'rollout': return sql`${columns.rollout} where r.id = ${id}`;
    case 'pilot': return sql`${columns.pilot} where c.id = ${id}`;
    case 'wave': return sql`${columns.wave} where c.id = ${id}`;
    case 'pdcaQuarter': return sql`${columns.pdcaQuarter} where c.id = ${id}`;
    case 'employee': return employee(id);
  }
}
