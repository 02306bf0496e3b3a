import type { PersonRef } from '@fairmark/contracts/common';
import type { VisitComment, VisitLine } from '@fairmark/contracts/reviews';
import { sql, type Executor } from '../database/index.js';
import { standInTasks } from '../delegations/index.js';
import { personJson } from './head.js';

/** All stays in steps, oldest first, with the people they wait for. Words beside decisions are added by `commentsOf`. */
export async function timelineOf(read: Executor, workflowId: string): Promise<VisitLine[]> {
  return read.all(sql<VisitLine>`
    select v.id, v.step, v.no, v.node, v.state, v.opened_at as "openedAt", v.due_at as "dueAt", v.due_zone as "dueZone", v.due_provisional as "dueProvisional", v.timeout, v.outcome,
      v.closed_at as "closedAt", ${personJson('b')} as "closedBy", ${personJson('f')} as "onBehalfOf", '[]'::jsonb as comments,
      coalesce((select jsonb_agg(${personJson('e')} order by t.created_at, t.id) from tasks t join employees e on e.id = t.assignee_id where t.visit_id = v.id and t.state = 'open'), '[]') as "waitsFor"
    from visits v left join employees b on b.id = v.closed_by left join employees f on f.id = v.on_behalf_of where v.workflow_id = ${workflowId} order by v.opened_at, v.id`);
}

/** Steps whose comments concern the goals and the self-review; what is said while a person is scored and calibrated is not for everybody who reads the page. */
const OPEN_STEPS = [
  'goalProposal', 'goalDrafting', 'goalObjection', 'goalApproval', 'goalConfirmation', 'goalArbitration', 'goalChangeApproval', 'goalChangeConfirmation', 'selfReview', 'collaborators',
];
/** Acts of HR: their reasons are visible to those concerned, in every step. */
const HR_KINDS = ['reassign', 'extend', 'return', 'remove'];

/** Words beside the decisions of a review, by visit. */
export async function commentsOf(read: Executor, workflowId: string): Promise<Map<string, VisitComment[]>> {
  const rows = await read.all(sql<VisitComment & { visitId: string }>`
    select c.visit_id as "visitId", c.id, ${personJson('e')} as author, c.kind, c.body, c.created_at as "createdAt"
    from visit_comments c join employees e on e.id = c.author_id join visits v on v.id = c.visit_id
    where c.workflow_id = ${workflowId} and (v.step = any(${OPEN_STEPS}::text[]) or c.kind = any(${HR_KINDS}::text[])) order by c.created_at, c.id`);
  const byVisit = new Map<string, VisitComment[]>();
  for (const { visitId, ...comment } of rows) byVisit.set(visitId, [...(byVisit.get(visitId) ?? []), comment]);
  return byVisit;
}

export interface OwnTask {
  visitId: string;
  step: string;
  node: string | null;
  /** The case to which the visit belongs, and its visit inside the case. */
  approvalId: string | null;
  nodeVisit: string | null;
  dueAt: string | null;
  why: string;
  /** Whose task it is, where the person stands in for somebody. */
  onBehalfOf: PersonRef | null;
}

/** Open tasks of one person in a process, with those of the people for whom they stand in. */
export async function ownTasks(read: Executor, workflowId: string, employeeId: string): Promise<OwnTask[]> {
  return read.all(sql<OwnTask>`
    select v.id as "visitId", v.step, v.node, v.approval_id as "approvalId", v.payload ->> 'nodeVisit' as "nodeVisit", v.due_at as "dueAt", t.why, case when t.assignee_id <> ${employeeId} then ${personJson('h')} end as "onBehalfOf"
    from visits v join tasks t on t.visit_id = v.id join employees h on h.id = t.assignee_id
    where v.workflow_id = ${workflowId} and v.state = 'open' and t.state = 'open' and (t.assignee_id = ${employeeId} or t.id in (select s.task_id from ${standInTasks(employeeId)} s where s.workflow_id = ${workflowId}))
    order by v.opened_at, v.id`);
}
