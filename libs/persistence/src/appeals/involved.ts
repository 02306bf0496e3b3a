import type { PanelRelations } from '@fairmark/domain/appeals';
import { sql, type Executor } from '../database/index.js';

type Ids = Record<Exclude<keyof PanelRelations, 'employeeId'>, string[]>;

/**
 * Everybody whose part in the matter keeps them off its panel, as of a day: the whole line of today and of the review, the person's own reports at every depth, who scored, calibrated,
 * signed off, judged the buffer or gave input, and who sat on the first panel.
 */
export async function panelRelations(read: Executor, reviewId: string, day: string, appealId: string | null): Promise<PanelRelations> {
  const row = await read.one(sql<Ids & { employeeId: string }>`
    with recursive subject as (select r.*, r.employee_id as person from reviews r where r.id = ${reviewId}),
    now_managed as (select employee_id, manager_id from employee_managers where daterange(valid_from, valid_to) @> ${day}::date),
    line(id, seen) as (
      select m.manager_id, array[m.employee_id, m.manager_id] from subject s join now_managed m on m.employee_id = s.person
      union all select m.manager_id, l.seen || m.manager_id from line l join now_managed m on m.employee_id = l.id where not m.manager_id = any(l.seen)),
    below(id, seen) as (
      select m.employee_id, array[m.manager_id, m.employee_id] from subject s join now_managed m on m.manager_id = s.person
      union all select m.employee_id, b.seen || m.employee_id from below b join now_managed m on m.manager_id = b.id where not m.employee_id = any(b.seen)),
    sessions as (select c.session_id as id from calibration_subjects c where c.review_id = ${reviewId})
    select s.person as "employeeId",
      array(select id from line union select unnest(array_remove(array[s.manager_id, s.next_manager_id], null)) union select manager_id from review_segments g where g.review_id = s.id) as "lineIds",
      array(select distinct id from below) as "reportIds",
      array(select scorer_id from score_sheets x where x.review_id = s.id and scorer_id is not null union select scorer_id from segment_scores x where x.review_id = s.id
        union select v.closed_by from visits v where v.workflow_id = s.workflow_id and v.step in ('scoring', 'rescoring', 'ratability') and v.closed_by is not null) as "scorerIds",
      array(select m.employee_id from calibration_members m where m.session_id in (select id from sessions)
        union select c.proposed_by from calibration_changes c where c.review_id = s.id union select c.decided_by from calibration_changes c where c.review_id = s.id and c.decided_by is not null) as "calibratorIds",
      array(select x.chair_id from calibration_sessions x where x.id in (select id from sessions)
        union select p.id from calibration_sessions x join visits v on v.workflow_id = x.workflow_id join tasks t on t.visit_id = v.id and t.state = 'done', unnest(array[t.assignee_id, t.decided_by]) p(id)
          where x.id in (select id from sessions) and v.step = 'signOff' and p.id is not null
        union select v.closed_by from visits v where v.workflow_id = s.workflow_id and v.step in ('improvementJudgement', 'improvementSignature') and v.closed_by is not null) as "signerIds",
      array(select collaborator_id from collaborator_inputs i where i.review_id = s.id and i.answered_at is not null) as "inputIds",
      array(select t.employee_id from appeal_seats t where t.appeal_id = ${appealId}::uuid and t.level = 1 and t.seat = 'member') as "earlierPanelIds"
    from subject s`);
  if (!row) throw new Error(`No review ${reviewId}`);
  return row;
}

/** Active people who lead others as of a day, except those who have a part in the matter: one of them may score again. */
export async function freeManagers(read: Executor, day: string, except: readonly string[]): Promise<{ id: string; name: string; nameEn: string | null }[]> {
  return read.all(sql<{ id: string; name: string; nameEn: string | null }>`
    select e.id, e.name, e.name_en as "nameEn" from employees e left join accounts a on a.employee_id = e.id
    where e.hired_on <= ${day}::date and (e.left_on is null or e.left_on >= ${day}::date) and a.disabled_at is null and not e.id = any(${[...except]}::uuid[])
      and exists (select 1 from employee_managers m where m.manager_id = e.id and daterange(m.valid_from, m.valid_to) @> ${day}::date) order by e.name, e.id`);
}

/** HR people who only had a seat in the review's calibration: they decided nothing of the result there. */
export async function seatedHr(read: Executor, reviewId: string): Promise<string[]> {
  const rows = await read.all(sql<{ id: string }>`
    select distinct m.employee_id as id from calibration_subjects s join calibration_members m on m.session_id = s.session_id where s.review_id = ${reviewId} and m.role = 'hr'`);
  return rows.map((row) => row.id);
}
