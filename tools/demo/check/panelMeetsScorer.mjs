import { named } from './facts.mjs';

const violation = named('panelMeetsScorer');

/** Everybody with a part in a contested result, and what it was. Scoring again on the panel's own order is no part in what was contested. */
const MEETINGS = `
  with recursive cases as (
    select a.id, a.workflow_id, r.id as review_id, r.employee_id, r.workflow_id as review_workflow from appeals a join reviews r on r.id = a.review_id where r.cycle_id = $1::uuid),
  today as (select employee_id, manager_id from employee_managers where daterange(valid_from, valid_to) @> current_date),
  line(id, who) as (select c.id, t.manager_id from cases c join today t on t.employee_id = c.employee_id union select l.id, t.manager_id from line l join today t on t.employee_id = l.who),
  reports(id, who) as (select c.id, t.employee_id from cases c join today t on t.manager_id = c.employee_id union select p.id, t.employee_id from reports p join today t on t.manager_id = p.who),
  parts(id, who, part) as (
    select c.id, s.scorer_id, 'scored' from cases c join score_sheets s on s.review_id = c.review_id
    union select c.id, s.scorer_id, 'scored' from cases c join segment_scores s on s.review_id = c.review_id
    union select c.id, m.employee_id, 'calibrated' from cases c join calibration_subjects s on s.review_id = c.review_id join calibration_members m on m.session_id = s.session_id
    union select c.id, z.signed_off_by, 'signed off' from cases c join calibration_subjects s on s.review_id = c.review_id join calibration_sessions z on z.id = s.session_id
    union select c.id, v.closed_by, 'signed off' from cases c join calibration_subjects s on s.review_id = c.review_id join calibration_sessions z on z.id = s.session_id join visits v on v.workflow_id = z.workflow_id and v.step = 'signOff'
    union select c.id, x.proposed_by, 'calibrated' from cases c join calibration_changes x on x.review_id = c.review_id
    union select c.id, i.collaborator_id, 'gave input' from cases c join collaborator_inputs i on i.review_id = c.review_id and i.state = 'answered'
    union select id, who, 'is in the line' from line union select id, who, 'is a report' from reports
    union select id, employee_id, 'is the person' from cases)
  select s.appeal_id as "appealId", s.employee_id as "employeeId", s.level, s.seat, p.part from appeal_seats s join parts p on p.id = s.appeal_id and p.who = s.employee_id`;

/**
 * Nobody on a panel had a part in the result that it judges.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function panelMeetsScorer({ read, cycleId }) {
  return (await read(MEETINGS, [cycleId])).map(({ appealId, employeeId, seat, part }) => violation(`${seat} ${employeeId} of appeal ${appealId} ${part}`));
}
