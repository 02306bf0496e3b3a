import type { CalibrationChange, CalibrationSubject, CalibrationSummary, CalibrationView } from '@fairmark/contracts/calibration';
import type { DepartmentRef, PersonRef } from '@fairmark/contracts/common';
import { sql, type Executor } from '../database/index.js';

const person = (alias: string) => sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}, 'nameEn', ${sql.ref(`${alias}.name_en`)})`;

export type SubjectDetail = Pick<CalibrationSubject, 'reviewId' | 'person' | 'manager' | 'note' | 'history' | 'comments'> & { changes: CalibrationChange[] };

/** Names, the scorer's note, bands of earlier cycles of the same plan, changes and comments of everybody in a session. */
export async function subjectDetails(read: Executor, sessionId: string): Promise<SubjectDetail[]> {
  return read.all(sql<SubjectDetail>`
    select r.id as "reviewId", ${person('e')} as person, case when m.id is not null then ${person('m')} end as manager,
      (select left(split_part(s.comment, E'\n', 1), 200) from score_sheets s where s.review_id = r.id and s.comment <> '' order by s.no desc limit 1) as note,
      coalesce((select jsonb_agg(jsonb_build_object('cycle', jsonb_strip_nulls(jsonb_build_object('zh', h.name, 'en', h.name_en)), 'band', h.band) order by h.period_end desc) from (
        select c.name, c.name_en, c.period_end, cr.band from reviews o join cycles c on c.id = o.cycle_id join current_ratings cr on cr.review_id = o.id
        where o.employee_id = r.employee_id and o.plan_id = r.plan_id and o.period_end < r.period_start and o.published_at is not null order by c.period_end desc limit 3) h), '[]') as history,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'from', c.from_band, 'to', c.to_band, 'by', ${person('b')}, 'reason', c.reason, 'reasonForEmployee', c.employee_reason, 'state', c.state,
          'decisionReason', c.decision_reason, 'at', c.created_at) order by c.created_at, c.id)
        from calibration_changes c join employees b on b.id = c.proposed_by where c.session_id = cs.session_id and c.review_id = r.id), '[]') as changes,
      coalesce((select jsonb_agg(jsonb_build_object('by', ${person('a')}, 'text', c.body, 'at', c.created_at) order by c.created_at, c.id)
        from calibration_comments c join employees a on a.id = c.author_id where c.session_id = cs.session_id and c.review_id = r.id), '[]') as comments
    from calibration_subjects cs join reviews r on r.id = cs.review_id join employees e on e.id = r.employee_id left join employees m on m.id = r.manager_id
    where cs.session_id = ${sessionId} and r.state <> 'cancelled' order by e.number`);
}

export interface SessionHead {
  department: DepartmentRef;
  chair: PersonRef;
  cycle: CalibrationView['cycle'];
  visit: CalibrationView['visit'];
  members: CalibrationView['members'];
}

/** Names around a session, and the visit that is open. */
export async function sessionHead(read: Executor, sessionId: string): Promise<SessionHead> {
  const row = await read.one(sql<SessionHead>`
    select ${person('d')} as department, ${person('e')} as chair, jsonb_strip_nulls(jsonb_build_object('zh', c.name, 'en', c.name_en)) as cycle,
      (select jsonb_build_object('id', v.id, 'step', v.step, 'dueAt', v.due_at) from visits v where v.workflow_id = s.workflow_id and v.state = 'open' order by v.opened_at desc limit 1) as visit,
      coalesce((select jsonb_agg(jsonb_build_object('person', ${person('p')}, 'role', m.role) order by m.role, p.number) from calibration_members m join employees p on p.id = m.employee_id
        where m.session_id = s.id and m.left_at is null), '[]') as members
    from calibration_sessions s join departments d on d.id = s.department_id join employees e on e.id = s.chair_id join cycles c on c.id = s.cycle_id where s.id = ${sessionId}`);
  return row as SessionHead;
}

/** Sessions that somebody takes part in, or that lie in the departments of their HR role (`null`: all). */
export async function sessionList(read: Executor, viewer: { employeeId: string; hrDepartments: readonly string[] | null }, cycleId: string | null): Promise<CalibrationSummary[]> {
  const { employeeId, hrDepartments } = viewer;
  return read.all(sql<CalibrationSummary>`
    select s.id, s.cycle_id as "cycleId", ${person('d')} as department, s.state, s.supplementary_of is not null as supplementary, ${person('e')} as chair, count(r.id)::int as people,
      count(r.id) filter (where cs.state = 'scored')::int as scored, (select v.due_at from visits v where v.workflow_id = s.workflow_id and v.state = 'open' order by v.opened_at desc limit 1) as "dueAt", s.signed_off_at as "signedOffAt"
    from calibration_sessions s join departments d on d.id = s.department_id join employees e on e.id = s.chair_id
      left join calibration_subjects cs on cs.session_id = s.id left join reviews r on r.id = cs.review_id and r.state <> 'cancelled'
    where (${cycleId}::uuid is null or s.cycle_id = ${cycleId}::uuid) and (s.chair_id = ${employeeId} or ${hrDepartments === null} or s.department_id = any(${[...(hrDepartments ?? [])]}::uuid[])
      or exists (select from calibration_members m where m.session_id = s.id and m.employee_id = ${employeeId} and m.left_at is null))
    group by s.id, d.id, e.id order by s.created_at desc, d.code limit 500`);
}

/** Records that a member outside their line read results; one row for each person that was shown. */
export async function recordViewed(tx: Executor, readerId: string, reviewIds: readonly string[], object: string, relation: string): Promise<void> {
  await tx.run(sql`
    insert into audit.access_log (reader_id, review_id, object, relation)
    select ${readerId}, r.id, ${object}, ${relation} from reviews r where r.id = any(${[...reviewIds]}::uuid[]) and r.manager_id is distinct from ${readerId} and r.next_manager_id is distinct from ${readerId}`);
}

export interface SelfReviewText {
  state: 'submitted' | 'notSubmitted' | 'none';
  body: { items?: { key: string; text: string }[]; summary?: string } | null;
}

/** The self-review of a person of the session. */
export async function selfReviewText(read: Executor, reviewId: string): Promise<SelfReviewText> {
  const row = await read.one(sql<SelfReviewText>`select state, body from self_reviews where review_id = ${reviewId} order by created_at desc limit 1`);
  return row ?? { state: 'none', body: null };
}
