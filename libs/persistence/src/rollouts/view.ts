import type { GateView, RolloutChildView, RolloutLine, RolloutView } from '@fairmark/contracts/rollouts';
import { sql, type Executor } from '../database/index.js';
import { personOf } from '../process/inbox/fragments.js';

/** What the row of a rollout says by itself; dates of the schedule are computed by a rule. */
type LineRow = Omit<RolloutLine, 'plannedTo' | 'forecastTo'>;
export type BoardRow = LineRow & Pick<RolloutView, 'departments' | 'team' | 'gates' | 'children' | 'next' | 'planVersion'>;

const iso = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const line = sql`
  r.id, r.name, r.name_en as "nameEn", p.code as "planCode", r.phase, r.state, r.outcome, ${personOf('r.sponsor_id')} as sponsor, ${personOf('r.lead_id')} as lead, r.starts_on::text as "startsOn",
  (select count(*)::integer from (select 1 from pilots where rollout_id = r.id and state <> 'closed' union all select 1 from waves where rollout_id = r.id and state <> 'closed'
    union all select 1 from pdca_quarters where rollout_id = r.id and state <> 'closed') c) as "openChildren"`;

/** Rollouts that somebody may see: all for `all`, else those that they lead, sponsor or belong to. */
export async function rolloutLines(read: Executor, employeeId: string, all: boolean): Promise<LineRow[]> {
  return [...(await read.all(sql<LineRow>`
    select ${line} from rollouts r join plans p on p.id = r.plan_id
    where ${all}::boolean or r.lead_id = ${employeeId} or r.sponsor_id = ${employeeId} or exists (select from rollout_team t where t.rollout_id = r.id and t.employee_id = ${employeeId} and t.left_at is null)
    order by r.state = 'closed', r.created_at desc limit 200`))];
}

const gates = sql<GateView[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'phase', g.phase, 'no', g.no, 'state', g.state, 'decision', g.decision, 'askedAt', ${iso('g.asked_at')}, 'decidedAt', ${iso('g.decided_at')}, 'approvalId', g.approval_id,
  'opinions', (select coalesce(jsonb_agg(jsonb_build_object('person', ${personOf('o.employee_id')}, 'opinion', o.opinion, 'comment', o.comment, 'at', ${iso('o.at')}) order by o.at, o.id), '[]') from gate_opinions o where o.gate_id = g.id),
  'conditions', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text, 'owner', ${personOf('c.owner_id')}, 'closedAt', ${iso('c.closed_at')}, 'evidence', c.evidence) order by c.id), '[]') from gate_conditions c where c.gate_id = g.id)
  ) order by g.no desc), '[]') from gates g where g.rollout_id = r.id)`;

const children = sql<RolloutChildView[]>`(select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'id', c.id, 'key', c.key, 'name', c.name, 'phase', w.step, 'state', c.state, 'outcome', c.outcome) order by c.at), '[]') from (
  select 'pilot' as kind, id, no::text as key, null as name, workflow_id, state, outcome, started_at as at from pilots where rollout_id = r.id union all
  select 'wave', id, no::text, name, workflow_id, state, outcome, started_at from waves where rollout_id = r.id union all
  select 'pdcaQuarter', id, quarter, null, workflow_id, state, outcome, started_at from pdca_quarters where rollout_id = r.id) c join processes w on w.workflow_id = c.workflow_id)`;

const next = sql`(select coalesce(jsonb_agg(jsonb_build_object('visitId', v.id, 'step', v.step, 'since', ${iso('v.opened_at')}, 'dueAt', ${iso('v.due_at')},
  'waitingFor', (select coalesce(jsonb_agg(${personOf('t.assignee_id')} order by t.created_at), '[]') from tasks t where t.visit_id = v.id and t.state = 'open')) order by v.due_at nulls last), '[]')
  from visits v where v.state = 'open' and (v.workflow_id = r.workflow_id or starts_with(v.workflow_id, r.workflow_id || '/')))`;

/** The board without what rules compute; undefined when there is no such rollout. */
export async function rolloutBoard(read: Executor, id: string): Promise<BoardRow | undefined> {
  return read.one(sql<BoardRow>`
    select ${line}, (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'nameEn', d.name_en) order by d.code), '[]') from departments d where d.id = any(r.department_ids)) as departments,
      (select coalesce(jsonb_agg(jsonb_build_object('person', ${personOf('m.employee_id')}, 'area', m.area) order by m.joined_at), '[]') from rollout_team m where m.rollout_id = r.id and m.left_at is null) as team,
      (select jsonb_build_object('id', v.id, 'no', v.no) from plan_versions v where v.id = r.plan_version_id) as "planVersion", ${gates} as gates, ${children} as children, ${next} as next
    from rollouts r join plans p on p.id = r.plan_id where r.id = ${id}`);
}
