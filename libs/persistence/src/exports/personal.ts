import { sql, type Executor } from '../database/index.js';

const days = sql`'from', x.valid_from, 'to', x.valid_to`;

/** Goals, self-review, result and appeal of each review. A result that is not published yet is not theirs to see here either. */
const reviewsOf = (employeeId: string, now: string) => sql`
  select coalesce(jsonb_agg(jsonb_build_object(
    'cycle', c.name, 'from', r.period_start, 'to', r.period_end, 'state', r.state, 'sheet', r.sheet, 'eligibleDays', r.eligible_days, 'periodDays', r.period_days,
    'goals', (select coalesce(jsonb_agg(jsonb_build_object('at', g.created_at, 'items', g.items, 'personalGoals', g.personal_goals, 'state', g.state, 'reason', g.reason) order by g.no), '[]') from goal_sheets g where g.review_id = r.id),
    'selfReviews', (select coalesce(jsonb_agg(jsonb_build_object('at', s.created_at, 'state', s.state, 'body', s.body) order by s.created_at), '[]') from self_reviews s where s.review_id = r.id),
    'result', case when r.published_at <= ${now}::timestamptz then (select jsonb_build_object('totalCenti', g.total_centi, 'band', g.band, 'reason', g.employee_reason, 'at', g.created_at) from ratings g where g.review_id = r.id order by g.no desc limit 1) end,
    'appeals', (select coalesce(jsonb_agg(jsonb_build_object('filedAt', a.filed_at, 'state', a.state, 'outcome', a.outcome, 'reasons', a.reasons) order by a.filed_at), '[]') from appeals a where a.review_id = r.id and a.filed_by = r.employee_id)
    ) order by r.period_start, r.id), '[]')
  from reviews r join cycles c on c.id = r.cycle_id where r.employee_id = ${employeeId}`;

/** What the product keeps about a person and may show them, as JSON. What others wrote in confidence, and results before their publication, are not part of it. */
export async function personalExport(tx: Executor, employeeId: string, now: string): Promise<string> {
  const row = await tx.one(sql<{ data: unknown }>`
    select jsonb_build_object(
      'exportedAt', ${now}::text,
      'person', jsonb_build_object('number', e.number, 'name', e.name, 'nameEn', e.name_en, 'email', e.email, 'privateAddress', e.private_address, 'zone', e.zone, 'locale', e.locale, 'region', e.region, 'hiredOn', e.hired_on, 'leftOn', e.left_on),
      'departments', (select coalesce(jsonb_agg(jsonb_build_object('name', d.name, ${days}) order by x.valid_from), '[]') from employee_departments x join departments d on d.id = x.department_id where x.employee_id = e.id),
      'positions', (select coalesce(jsonb_agg(jsonb_build_object('code', p.code, ${days}) order by x.valid_from), '[]') from employee_positions x join positions p on p.id = x.position_id where x.employee_id = e.id),
      'managers', (select coalesce(jsonb_agg(jsonb_build_object('name', m.name, ${days}) order by x.valid_from), '[]') from employee_managers x join employees m on m.id = x.manager_id where x.employee_id = e.id),
      'delegations', (select coalesce(jsonb_agg(jsonb_build_object('given', x.delegator_id = e.id, 'kinds', x.kinds, 'from', x.from_at, 'to', coalesce(x.ended_at, x.to_at)) order by x.from_at), '[]') from delegations x where e.id in (x.delegator_id, x.delegate_id)),
      'notices', (select coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'at', x.created_at) order by x.created_at), '[]') from notices x where x.employee_id = e.id),
      'reviews', (${reviewsOf(employeeId, now)})) as data
    from employees e where e.id = ${employeeId}`);
  return `${JSON.stringify(row?.data ?? null, null, 2)}\n`;
}
