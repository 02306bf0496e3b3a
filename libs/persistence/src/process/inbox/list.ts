import type { InboxBox, InboxItem, InboxPage } from '@fairmark/contracts/inbox';
import { sql, type Executor } from '../../database/index.js';
import { standInTasks } from '../../delegations/standIn.js';
import { about, matter, personOf, standInsOf } from './fragments.js';
import { processLink } from './links.js';

type ItemRow = Omit<InboxItem, 'link'> & { approvalId?: string };
interface Page {
  limit: number;
  offset: number;
}

/** One page of a person's inbox with the counts of all boxes. */
export async function inboxPage(read: Executor, employeeId: string, box: InboxBox, page: Page): Promise<InboxPage> {
  const rows = await read.all(queries[box](employeeId, page));
  const items = rows.map((row) => ({ ...row, link: linkOf(row, box) }));
  return { items, counts: await inboxCounts(read, employeeId) };
}

/** What somebody was sent a copy of opens as the case, never as the matter behind it. */
function linkOf({ approvalId, visitId, kind, processId }: ItemRow, box: InboxBox): string {
  if (approvalId) return `/approvals/${approvalId}`;
  return visitId && box !== 'started' ? `/visits/${visitId}` : processLink(kind, processId);
}

/** How many lines each box has. */
export async function inboxCounts(read: Executor, employeeId: string): Promise<InboxPage['counts']> {
  const row = await read.one(sql<InboxPage['counts']>`
    select (select count(*)::integer from tasks where assignee_id = ${employeeId} and state = 'open') + (select count(*)::integer from ${standInTasks(employeeId)}) as waiting,
      (select count(*)::integer from ${started(employeeId)} p left join visits v on ${openVisit}) as started,
      (select count(*)::integer from (${doneTasksOf(employeeId)}) t) as done,
      (select count(*)::integer from approval_copies where employee_id = ${employeeId}) as copied`);
  return row as InboxPage['counts'];
}

/** Open processes about a person, cycles that the person made, and rollouts that the person leads. */
const started = (employeeId: string) => sql`(
  select p.* from reviews r join processes p on p.kind = 'review' and p.ref_id = r.id where r.employee_id = ${employeeId} and p.state = 'open' union all
  select p.* from appeals a join processes p on p.kind = 'appeal' and p.ref_id = a.id where a.filed_by = ${employeeId} and p.state = 'open' union all
  select p.* from approval_requests q join processes p on p.kind = 'approval' and p.ref_id = q.id where q.submitter_id = ${employeeId} and p.state = 'open' union all
  select p.* from cycles c join processes p on p.kind = 'cycle' and p.ref_id = c.id where c.created_by = ${employeeId} and p.state = 'open' union all
  select p.* from rollouts r join processes p on p.kind = 'rollout' and p.ref_id = r.id where r.lead_id = ${employeeId} and p.state = 'open')`;

/** What a process waits for, as who started it sees it: the single seats of a ballot stay inside the panel, which has a visit as a whole. */
const openVisit = sql`v.workflow_id = p.workflow_id and v.state = 'open' and v.payload -> 'memberId' is null`;

/** My open tasks and those of the people for whom I stand in. */
const openTasksOf = (employeeId: string) => sql`
  select * from tasks where assignee_id = ${employeeId} and state = 'open' union all select t.* from ${standInTasks(employeeId)} s join tasks t on t.id = s.task_id`;

/** What was decided of mine, by me or by a substitute, and what I decided for others. */
const doneTasksOf = (employeeId: string) => sql`
  select * from tasks where assignee_id = ${employeeId} and state = 'done' union all select * from tasks where decided_by = ${employeeId} and state = 'done' and decided_by <> assignee_id`;

/** What a line says about substitutes: whose task it is when it is not mine, and who decided mine for me. */
const holder = (employeeId: string) => sql`case when t.assignee_id <> ${employeeId} then ${personOf('t.assignee_id')} end as "onBehalfOf"`;
const nobody = sql`null as "onBehalfOf", '[]'::jsonb as "standIns", null as "decidedBy"`;

const queries: Record<InboxBox, (employeeId: string, page: Page) => ReturnType<typeof sql<ItemRow>>> = {
  waiting: (employeeId, { limit, offset }) => sql<ItemRow>`
    select t.id::text as id, v.id as "visitId", ${matter(employeeId)}, t.why, ${holder(employeeId)}, case when t.assignee_id = ${employeeId} then ${standInsOf(sql`t.assignee_id`)} else '[]'::jsonb end as "standIns", null as "decidedBy", null as decision, null as "decidedAt"
    from (${openTasksOf(employeeId)}) t join visits v on v.id = t.visit_id join processes p on p.workflow_id = v.workflow_id left join ${about} on true order by v.due_at nulls last, t.created_at, t.id limit ${limit} offset ${offset}`,
  started: (employeeId, { limit, offset }) => sql<ItemRow>`
    select coalesce(v.id::text, p.workflow_id) as id, v.id as "visitId", ${matter(employeeId)}, null as why, ${nobody}, null as decision, null as "decidedAt"
    from ${started(employeeId)} p left join ${about} on true left join visits v on ${openVisit}
    order by coalesce(v.opened_at, p.opened_at) desc, p.workflow_id, v.id limit ${limit} offset ${offset}`,
  done: (employeeId, { limit, offset }) => sql<ItemRow>`
    select t.id::text as id, v.id as "visitId", ${matter(employeeId)}, t.why, ${holder(employeeId)}, '[]'::jsonb as "standIns", case when t.decided_by <> t.assignee_id and t.assignee_id = ${employeeId} then ${personOf('t.decided_by')} end as "decidedBy",
      t.decision, t.decided_at as "decidedAt"
    from (${doneTasksOf(employeeId)}) t join visits v on v.id = t.visit_id join processes p on p.workflow_id = v.workflow_id left join ${about} on true
    order by t.decided_at desc, t.id limit ${limit} offset ${offset}`,
  copied: (employeeId, { limit, offset }) => sql<ItemRow>`
    select a.id::text || '/' || c.node as id, null as "visitId", ${matter(employeeId)}, 'copied' as why, ${nobody}, coalesce(a.outcome, 'running') as decision, c.read_at as "decidedAt", a.id as "approvalId"
    from (select * from approval_copies where employee_id = ${employeeId}) c join approval_instances a on a.id = c.approval_id join processes p on p.workflow_id = a.workflow_id left join ${about} on true
    left join lateral (select * from visits w where w.approval_id = a.id order by w.opened_at desc limit 1) v on true
    order by c.copied_at desc, a.id limit ${limit} offset ${offset}`,
};
