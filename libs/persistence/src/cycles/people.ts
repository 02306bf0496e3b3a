import type { CyclePeople, CyclePeopleQuery, CyclePerson } from '@fairmark/contracts/cycles';
import { sql, type Executor } from '../database/index.js';

const person = (alias: ReturnType<typeof sql>) => sql`jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en)`;

const matches = ({ step, departmentId, search, overdue }: CyclePeopleQuery) => sql`
  (${step ?? null}::text is null or r.step = ${step ?? null}) and (${overdue} = 'false' or late.due)
  and (${search ?? null}::text is null or strpos(lower(e.name || ' ' || coalesce(e.name_en, '') || ' ' || e.number), lower(${search ?? ''})) > 0)
  and (${departmentId ?? null}::uuid is null or r.department_id in (
    with recursive below as (select id from departments where id = ${departmentId ?? null}::uuid union select c.id from below join departments c on c.parent_id = below.id) select id from below))`;

/** One page of the people of a cycle: where each review stands and for whom it waits, for HR to nudge, extend and reassign. */
export async function cyclePeople(read: Executor, cycleId: string, query: CyclePeopleQuery, now: string): Promise<CyclePeople> {
  const rows = await read.all(sql<CyclePerson & { total: number }>`
    with page as (
      select r.id, r.workflow_id, r.state, r.step, r.employee_id, r.department_id, coalesce(late.due, false) as overdue, e.name, count(*) over ()::integer as total
      from reviews r join employees e on e.id = r.employee_id
      left join lateral (select true as due from visits v where v.workflow_id = r.workflow_id and v.state = 'open' and v.due_at < ${now}::timestamptz limit 1) late on true
      where r.cycle_id = ${cycleId} and ${matches(query)} order by e.name, r.id offset ${query.offset} limit ${query.limit})
    select page.id as "reviewId", page.state, page.step, page.overdue, page.total, ${person(sql`e`)} as employee, ${person(sql`d`)} as department, coalesce(cp.late, false) as late, coalesce((
      select jsonb_agg(jsonb_build_object('id', v.id, 'step', v.step, 'dueAt', to_char(v.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'waitingFor', coalesce((
        select jsonb_agg(${person(sql`w`)} order by w.name) from tasks t join employees w on w.id = t.assignee_id where t.visit_id = v.id and t.state = 'open'), '[]')) order by v.opened_at)
      from visits v where v.workflow_id = page.workflow_id and v.state = 'open'), '[]') as visits
    from page join employees e on e.id = page.employee_id join departments d on d.id = page.department_id left join cycle_people cp on cp.cycle_id = ${cycleId} and cp.employee_id = page.employee_id order by page.name, page.id`);
  return { total: rows[0]?.total ?? 0, offset: query.offset, people: rows.map(({ total: _total, ...row }) => row) };
}
