import { named, WORKFLOWS } from './facts.mjs';
import { OTHER_STEPS, REVIEW_STEPS } from './stepRules.mjs';

const violation = named('actorIsSubject');
const own = Object.entries({ ...REVIEW_STEPS, ...OTHER_STEPS }).filter(([, { subject }]) => subject).map(([step]) => step);

const IN_OWN_CASE = `
  select 'closed ' || v.step || ' ' || v.id as what from visits v where v.workflow_id in ${WORKFLOWS} and v.closed_by = v.subject_id and not v.step = any($2::text[])
  union all select 'decided ' || c.action || ' in ' || v.step || ' ' || v.id from commands c join visits v on v.id = c.visit_id
    where v.workflow_id in ${WORKFLOWS} and c.state = 'applied' and c.actor_id = v.subject_id and not v.step = any($2::text[])
  union all select 'scored review ' || r.id from score_sheets s join reviews r on r.id = s.review_id where r.cycle_id = $1::uuid and s.scorer_id = r.employee_id
  union all select 'changed the own band of review ' || r.id from calibration_changes c join reviews r on r.id = c.review_id where r.cycle_id = $1::uuid and r.employee_id in (c.proposed_by, c.decided_by)
  union all select 'rated review ' || r.id from ratings x join reviews r on r.id = x.review_id where r.cycle_id = $1::uuid and x.decided_by = r.employee_id and x.source <> 'notRated'
  union all select 'sat on the own panel of review ' || r.id from appeal_seats s join appeals a on a.id = s.appeal_id join reviews r on r.id = a.review_id where r.cycle_id = $1::uuid and s.employee_id = r.employee_id
  union all select 'gave input on review ' || r.id from collaborator_inputs i join reviews r on r.id = i.review_id where r.cycle_id = $1::uuid and i.collaborator_id = r.employee_id`;

/**
 * Nobody decided in their own case.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function actorIsSubject({ read, cycleId }) {
  return (await read(IN_OWN_CASE, [cycleId, own])).map(({ what }) => violation(`somebody ${what}`));
}
