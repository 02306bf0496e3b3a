import type { HistoryVisit } from '@fairmark/contracts/history';
import { sql, type Executor } from '../database/index.js';
import { personOf } from '../process/inbox/fragments.js';
import { belongs, isoOf, type HistoryOf } from './sql.js';

/** Why the visit `v` of the process `p` is there: what ended, happened or began at the instant at which it opened. */
const cause = sql`(
  select jsonb_build_object(
    'kind', case when w.closed_by is not null or (w.id is null and ev.id is null and c.update_id is not null) then 'decision' when w.by_timeout then 'timeout' when ev.id is not null then 'event' when w.id is not null then 'date' else 'start' end,
    'name', coalesce(wc.action, case when w.id is null or w.closed_by is null then coalesce(ev.name, c.action) end), 'at', ${isoOf('v.opened_at')},
    'by', case when w.closed_by is not null then ${personOf('w.closed_by')} when w.by_timeout then null when ev.id is not null then ${personOf('ev.actor_id')} when w.id is null then ${personOf('c.actor_id')} end, 'onBehalfOf', ${personOf('w.on_behalf_of')},
    'from', case when w.id is not null then jsonb_build_object('visitId', w.id, 'step', w.step, 'no', w.no, 'outcome', w.outcome) end,
    'rule', jsonb_build_object('atDeadline', v.timeout, 'length', v.duration, 'definition', (
      select jsonb_build_object('id', i.definition_id, 'version', i.definition_version, 'node', v.node) from approval_instances i where i.id = v.approval_id)))
  from (select 1) one
  left join lateral (select * from visits w where w.workflow_id = v.workflow_id and w.closed_at = v.opened_at and w.id <> v.id order by (w.step = v.step) desc, (w.closed_by is not null) desc, w.no desc, w.id limit 1) w on true
  left join lateral (select * from process_events x where x.workflow_id = v.workflow_id and x.state = 'applied' and x.applied_at = v.opened_at order by x.created_at limit 1) ev on true
  left join lateral (select * from commands c where c.workflow_id = v.workflow_id and c.state = 'applied' and c.received_at = v.opened_at order by c.applied_at limit 1) c on true
  left join commands wc on wc.update_id = w.closed_command)`;

/** People of the visit `v` as they stood at an instant. */
const peopleAt = (at: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('person', ${personOf('t.assignee_id')}, 'why', t.why, 'since', ${isoOf('t.created_at')}, 'state', case when t.decided_at <= ${at}::timestamptz then t.state else 'open' end,
    'by', case when t.decided_at <= ${at}::timestamptz then ${personOf('t.decided_by')} end, 'readAt', case when t.read_at <= ${at}::timestamptz then ${isoOf('t.read_at')} end) order by t.created_at, t.id), '[]')
  from tasks t where t.visit_id = v.id and t.created_at <= ${at}::timestamptz)`;

/** Visits that were open at an instant, oldest first, with the deadline that they had then. */
export async function visitsAt(read: Executor, of: HistoryOf, at: string): Promise<HistoryVisit[]> {
  return read.all(sql<HistoryVisit>`
    select v.id, v.step, v.no, v.node, v.opened_at as since, v.due_zone as zone, ${peopleAt(at)} as people, ${cause} as cause,
      coalesce((select c.from_due from deadline_changes c where c.visit_id = v.id and c.at > ${at}::timestamptz order by c.at, c.id limit 1), v.due_at) as "dueAt"
    from visits v where ${belongs(of)} and v.opened_at <= ${at}::timestamptz and (v.closed_at is null or v.closed_at > ${at}::timestamptz) order by v.opened_at, v.id`);
}
