import type { HistoryEntry } from '@fairmark/contracts/history';
import { sql, type Executor } from '../database/index.js';
import { personOf } from '../process/inbox/fragments.js';
import { belongs, type HistoryOf } from './sql.js';

const nobody = sql`null::jsonb`;
const none = sql`'[]'::jsonb`;
const noDeadline = sql`null::timestamptz as from, null::timestamptz as to, null::text as reason`;
const head = (what: string, name = sql`null::text`) => sql`${what}::text as what, ${name} as name, v.id as "visitId", v.step`;

const opened = (of: HistoryOf) => sql`
  select v.opened_at as at, ${head('opened')}, ${nobody} as by, ${nobody} as "onBehalfOf", false as "byTimeout",
    (select coalesce(jsonb_agg(${personOf('t.assignee_id')} order by t.id), '[]') from tasks t where t.visit_id = v.id and t.created_at = v.opened_at) as people, null::text as outcome, ${noDeadline}, 1 as rank
  from visits v where ${belongs(of)}`;

const closed = (of: HistoryOf) => sql`
  select v.closed_at, ${head('closed', sql`(select c.action from commands c where c.update_id = v.closed_command)`)}, ${personOf('v.closed_by')}, ${personOf('v.on_behalf_of')}, v.by_timeout, ${none}, v.outcome, ${noDeadline}, 0
  from visits v where ${belongs(of)} and v.closed_at is not null`;

/** One of several people was done, or a task went to somebody else, while the visit stayed open. */
const tasks = (of: HistoryOf) => sql`
  select t.decided_at, ${head('task', sql`null::text`)}, ${personOf('t.decided_by')}, case when t.decided_by <> t.assignee_id then ${personOf('t.assignee_id')} end, false, ${none}, t.decision, ${noDeadline}, 0
  from visits v join tasks t on t.visit_id = v.id and t.state = 'done' and t.decided_at is distinct from v.closed_at where ${belongs(of)}
  union all select t.decided_at, ${head('handedOver')}, ${nobody}, ${nobody}, false, jsonb_build_array(${personOf('t.assignee_id')}), null, ${noDeadline}, 0
  from visits v join tasks t on t.visit_id = v.id and t.state = 'moved' where ${belongs(of)}`;

const deadlines = (of: HistoryOf) => sql`
  select c.at, ${head('deadline', sql`c.cause`)}, ${personOf('c.actor_id')}, ${nobody}, c.cause = 'policy', ${none}, null, c.from_due, c.to_due, c.reason, 2
  from visits v join deadline_changes c on c.visit_id = v.id where ${belongs(of)}`;

/** Lines of the audit record; only the reasons of acts of HR stand there for everybody concerned. */
const recorded = ({ workflowId, approvalId }: HistoryOf) => sql`
  select a.at, 'recorded'::text, a.action, null::uuid, null::text, (select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id::text = a.actor),
    (select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id::text = a.on_behalf_of), coalesce((a.canonical::jsonb -> 'after' ->> 'byTimeout')::boolean, false), ${none}, null, null::timestamptz, null::timestamptz,
    case when a.action like 'hr.%' then (select t.body from audit_texts t where t.chain = a.chain and t.seq = a.seq and t.field = 'reason' and t.erased_at is null) end, 3
  from audit.entries a where a.chain = ${workflowId} and (${approvalId}::text is null or a.object = ${approvalId})`;

const approvals = ({ workflowId, approvalId }: HistoryOf) => sql`
  select x.at, 'approval'::text, x.what, x.visit_id, (select v.step from visits v where v.id = x.visit_id), ${personOf('x.actor_id')}, ${personOf('x.on_behalf_of')}, x.what = 'timeout',
    (select coalesce(jsonb_agg(${personOf('p.id')}), '[]') from unnest(x.people) p(id)), null, ${noDeadline}, 2
  from approval_entries x join approval_instances i on i.id = x.approval_id where i.workflow_id = ${workflowId} and (${approvalId}::uuid is null or i.id = ${approvalId}::uuid)`;

/** Who read a result, an own task or a copy. */
const reads = (of: HistoryOf) => sql`
  select l.at, 'read'::text, l.object, null::uuid, null::text, ${personOf('l.reader_id')}, ${nobody}, false, ${none}, l.relation, ${noDeadline}, 4
  from audit.access_log l join reviews r on r.id = l.review_id where r.workflow_id = ${of.workflowId} and ${of.approvalId}::uuid is null
  union all select t.read_at, ${head('read', sql`'task'`)}, ${personOf('t.assignee_id')}, ${nobody}, false, ${none}, null, ${noDeadline}, 4 from visits v join tasks t on t.visit_id = v.id and t.read_at is not null where ${belongs(of)}
  union all select c.read_at, 'read'::text, 'copy', (select v.id from visits v where v.approval_id = c.approval_id order by v.opened_at limit 1), c.node, ${personOf('c.employee_id')}, ${nobody}, false, ${none}, null, ${noDeadline}, 4
  from approval_copies c join approval_instances i on i.id = c.approval_id where i.workflow_id = ${of.workflowId} and (${of.approvalId}::uuid is null or i.id = ${of.approvalId}::uuid) and c.read_at is not null`;

/** Everything that had happened until an instant, oldest first; of one instant what ended stands before what began. */
export async function entriesUntil(read: Executor, of: HistoryOf, at: string): Promise<HistoryEntry[]> {
  const parts = [opened(of), closed(of), tasks(of), deadlines(of), recorded(of), approvals(of), reads(of)];
  const rows = await read.all(sql<HistoryEntry & { rank: number }>`select * from (${sql.join(parts, sql` union all `)}) h where at <= ${at}::timestamptz order by at, rank, "visitId" nulls last, name nulls first`);
  return rows.map(({ rank: _, ...entry }) => entry);
}
