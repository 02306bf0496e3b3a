import type { VisitView } from '@fairmark/contracts/inbox';
import { sql, type Executor } from '../../database/index.js';
import { deadlineChangesOf } from '../../deadlines/changes.js';
import { standInTasks } from '../../delegations/standIn.js';
import { about, matter, personOf, QUIET_STEPS, standInsOf } from './fragments.js';

/** The page of a visit without what depends on the contracts of its actions. */
export type VisitPage = Omit<VisitView, 'link' | 'actions' | 'processActions'> & { workflowId: string };

const decision = sql`case when v.state = 'closed' then jsonb_build_object('by', ${personOf('v.closed_by')}, 'onBehalfOf', ${personOf('v.on_behalf_of')}, 'byTimeout', v.by_timeout, 'at', ${isoText('v.closed_at')}, 'outcome', v.outcome) end`;

/** Instants inside JSON come as text: written like the driver writes them elsewhere. */
function isoText(column: string) {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** What a visit says about itself to `viewer`; undefined when there is none. */
export async function visitPage(read: Executor, visitId: string, viewer: string): Promise<VisitPage | undefined> {
  return read.one(sql<VisitPage>`
    select v.id, v.workflow_id as "workflowId", v.no, v.state, ${matter(viewer)}, v.approval_id as "approvalId", v.payload, v.downtime_seconds as "downtimeSeconds", ${deadlineChangesOf} as "deadlineChanges", ${decision} as decided,
      case when v.wake_at < v.due_at then v.wake_at end as "remindAt", ${people(viewer)} as people,
      (select ${personOf('s.holder_id')} from ${standInTasks(viewer)} s where s.visit_id = v.id limit 1) as "onBehalfOf",
      case when exists (select from tasks t where t.visit_id = v.id and t.assignee_id = ${viewer} and t.state = 'open') then ${standInsOf(sql`${viewer}::uuid`)} else '[]'::jsonb end as "standIns",
      (select n.id from visits n where v.state = 'closed' and n.workflow_id = v.workflow_id and n.step = v.step and n.state = 'open' order by n.no desc limit 1) as "successorId",
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'no', o.no, 'openedAt', o.opened_at, 'decided', o.decided) order by o.no desc), '[]')
        from (select v.id, v.no, ${isoText('v.opened_at')} as opened_at, ${decision} as decided from visits v where v.workflow_id = p.workflow_id and v.step = visit_step.step and v.no < visit_step.no) o) as history
    from visits v join processes p on p.workflow_id = v.workflow_id left join ${about} on true cross join lateral (select v.step, v.no) visit_step
    where v.id = ${visitId}`);
}

/** Who was asked and why; nobody where the viewer must not know who is missing. */
const people = (viewer: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('person', jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en), 'why', t.why, 'state', t.state, 'by', case when t.decided_by <> t.assignee_id then ${personOf('t.decided_by')} end) order by t.created_at, t.id), '[]')
  from tasks t join employees e on e.id = t.assignee_id where t.visit_id = v.id and (coalesce(v.subject_id, x.subject_id) is distinct from ${viewer} or not v.step = any(${QUIET_STEPS}::text[])))`;
