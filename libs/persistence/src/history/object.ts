import type { HistoryKind } from '@fairmark/contracts/history';
import type { PersonRef } from '@fairmark/contracts/common';
import type { ProcessKind } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';
import { personOf } from '../process/inbox/fragments.js';

/** The process in which a review or an approval runs. */
export interface HistoryObject {
  workflowId: string;
  processKind: ProcessKind;
  approvalId: string | null;
  subject: PersonRef | null;
  openedAt: string;
  closedAt: string | null;
  outcome: string | null;
}

/** Finds it; undefined when the id is unknown. An approval inside another process ends by itself, one of its own with its process. */
export async function historyObject(read: Executor, kind: HistoryKind, id: string): Promise<HistoryObject | undefined> {
  if (kind === 'review')
    return read.one(sql<HistoryObject>`
      select p.workflow_id as "workflowId", p.kind as "processKind", null as "approvalId", ${personOf('r.employee_id')} as subject, p.opened_at as "openedAt", p.closed_at as "closedAt", p.outcome
      from reviews r join processes p on p.workflow_id = r.workflow_id where r.id = ${id}`);
  return read.one(sql<HistoryObject>`
    select p.workflow_id as "workflowId", p.kind as "processKind", case when p.kind <> 'approval' then i.id end as "approvalId", ${personOf('i.subject_id')} as subject,
      case when p.kind = 'approval' then p.opened_at else i.created_at end as "openedAt", case when p.kind = 'approval' then p.closed_at else i.finished_at end as "closedAt", i.outcome
    from approval_instances i join processes p on p.workflow_id = i.workflow_id where i.id = ${id}`);
}
