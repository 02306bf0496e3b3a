import type { ApprovalPurpose } from '@fairmark/contracts/approvals';
import type { PersonRef } from '@fairmark/contracts/common';
import type { ProcessKind } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';

/** What the row of a case and its process say. */
export interface ApprovalHead {
  workflowId: string;
  kind: ProcessKind;
  refId: string;
  purpose: ApprovalPurpose | null;
  createdAt: string;
  finishedAt: string | null;
  outcome: string | null;
}

/** Undefined while a request waits to be opened, and for an id of nothing. */
export async function approvalHead(read: Executor, id: string): Promise<ApprovalHead | undefined> {
  return read.one(sql<ApprovalHead>`
    select i.workflow_id as "workflowId", p.kind, p.ref_id as "refId", i.purpose, i.created_at as "createdAt", i.finished_at as "finishedAt", i.outcome
    from approval_instances i join processes p on p.workflow_id = i.workflow_id where i.id = ${id}`);
}

/** A visit of the process that stands for an entry into a node. */
export interface ApprovalVisitRow {
  id: string;
  nodeVisit: string | null;
  node: string | null;
  step: string;
  state: 'open' | 'closed';
  dueAt: string | null;
  zone: string | null;
  wakeAt: string | null;
  tasks: { personId: string; state: string; since: string; readAt: string | null }[];
}

/** Visits of a case, oldest first, with everybody who was asked in them. */
export async function approvalVisits(read: Executor, id: string): Promise<ApprovalVisitRow[]> {
  return read.all(sql<ApprovalVisitRow>`
    select v.id, v.payload ->> 'nodeVisit' as "nodeVisit", v.node, v.step, v.state, v.due_at as "dueAt", v.due_zone as zone, v.wake_at as "wakeAt",
      (select coalesce(jsonb_agg(jsonb_build_object('personId', t.assignee_id, 'state', t.state, 'since', ${iso('t.created_at')}, 'readAt', ${iso('t.read_at')}) order by t.created_at, t.id), '[]') from tasks t where t.visit_id = v.id) as tasks
    from visits v where v.approval_id = ${id} order by v.opened_at, v.id`);
}

const iso = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** People by their ids, as other people see them. */
export async function peopleById(read: Executor, ids: Iterable<string>): Promise<Map<string, PersonRef>> {
  const wanted = [...new Set(ids)];
  const rows = wanted.length === 0 ? [] : await read.all(sql<PersonRef>`select id, name, name_en as "nameEn" from employees where id = any(${wanted}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
