import { personalSteps } from '@fairmark/domain/delegations';
import { sql } from '../../database/index.js';

/** A person as JSON (`PersonRef`) by a column with the id; null when there is none. */
export const personOf = (column: string) => sql`(select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = ${sql.ref(column)})`;

/** Subject and cycle of the process `p`, whatever its kind. */
export const about = sql`lateral (
  select r.employee_id as subject_id, r.cycle_id from reviews r where p.kind = 'review' and r.id = p.ref_id union all
  select r.employee_id, r.cycle_id from appeals a join reviews r on r.id = a.review_id where p.kind = 'appeal' and a.id = p.ref_id union all
  select null, s.cycle_id from calibration_sessions s where p.kind = 'calibration' and s.id = p.ref_id union all
  select null, p.ref_id where p.kind = 'cycle' union all
  select q.subject_id, null from approval_requests q where p.kind = 'approval' and q.id = p.ref_id union all
  select null, null where p.kind in ('rollout', 'pilot', 'wave', 'pdcaQuarter')) x`;

export const cycle = sql`(select jsonb_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en) from cycles c where c.id = x.cycle_id)`;

/**
 * Steps in which the person whom it is about does not see who has not answered yet: the input of collaborators and the votes of a panel are shown together
 * or not at all.
 */
export const QUIET_STEPS = ['collaboratorInput', 'vote', 'secondLevelVote'];

/** People for whom the visit `v` waits, as `viewer` may see them. */
export const waitingFor = (viewer: string) => sql`case when v.step = any(${QUIET_STEPS}::text[]) and coalesce(v.subject_id, x.subject_id) = ${viewer} then '[]'::jsonb else (
  select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) order by t.created_at, t.id), '[]') from tasks t join employees e on e.id = t.assignee_id
  where t.visit_id = v.id and t.state = 'open') end`;

/** Who may do a holder's task in the visit `v` of the process `p`: their substitutes, and those of these, none a party of the case. Nobody for what is done in person. */
export const standInsOf = (holder: ReturnType<typeof sql>) => sql`case when p.kind || '.' || v.step = any(${[...personalSteps]}::text[]) then '[]'::jsonb else (
  select coalesce(jsonb_agg(distinct jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en)), '[]') from stand_ins_of(${holder}, p.kind, now()) s join employees e on e.id = s.delegate_id
  where not is_party(v.workflow_id, v.subject_id, v.approval_id, s.path)) end`;

/** What every matter says about itself, from the process `p`, what it is `about` and its visit `v`, which may be missing. */
export const matter = (viewer: string) => sql`
  p.kind, p.ref_id as "processId", coalesce(v.step, p.step) as step, ${subject} as subject, ${cycle} as cycle, coalesce(v.opened_at, p.opened_at) as since,
  v.due_at as "dueAt", v.due_zone as zone, coalesce(v.due_provisional, false) as provisional, coalesce(v.timeout, 'none') as "atDeadline", ${waitingFor(viewer)} as "waitingFor"`;

const subject = sql`(select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = coalesce(v.subject_id, x.subject_id))`;
