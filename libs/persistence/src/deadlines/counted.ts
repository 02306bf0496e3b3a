import type { Duration } from '@fairmark/contracts/common';
import type { ProcessKind } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';

/** An open visit whose deadline was counted in somebody's calendar and can be counted again. */
export interface CountedVisit {
  id: string;
  workflowId: string;
  kind: ProcessKind;
  processId: string;
  step: string;
  openedAt: string;
  dueAt: string;
  zone: string;
  /** Null for a window that its own rule counts: the acknowledgement of a result. */
  from: string | null;
  legs: Duration[] | null;
  forId: string | null;
  remindBefore: Duration[] | null;
}

/** Whose deadlines a change concerns: everybody's in a country, or one person's. */
export type Concerned = { country: string } | { employeeId: string };

/** Nobody in particular acts: counted in the company's own calendar. */
const COMPANY = 'CN';

const inCalendar = (concerned: Concerned) =>
  'employeeId' in concerned
    ? sql`v.due_for = ${concerned.employeeId}::uuid`
    : sql`(v.due_for in (select id from employees where country = ${concerned.country}) or (v.due_for is null and ${concerned.country === COMPANY}::boolean))`;

const counted = sql`v.state = 'open' and v.due_at is not null and (v.step = 'acknowledgement' or exists (select from jsonb_array_elements(v.due_legs) l where l ->> 'unit' in ('workingDay', 'day')))`;

/** Visits that a change concerns, in the order of their processes; all of them, or those of one process. */
export async function countedVisits(tx: Executor, concerned: Concerned, workflowId?: string): Promise<CountedVisit[]> {
  return tx.all(sql<CountedVisit>`
    select v.id, v.workflow_id as "workflowId", p.kind, p.ref_id as "processId", v.step, v.opened_at as "openedAt", v.due_at as "dueAt", v.due_zone as zone, v.due_from as from, v.due_legs as legs, v.due_for as "forId", v.remind_before as "remindBefore"
    from visits v join processes p on p.workflow_id = v.workflow_id
    where ${counted} and ${inCalendar(concerned)} and (${workflowId ?? null}::text is null or v.workflow_id = ${workflowId ?? null}) order by v.workflow_id, v.id`);
}

/** The next processes after a position that a change concerns. */
export async function concernedProcesses(tx: Executor, concerned: Concerned, after: string, limit: number): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    select distinct v.workflow_id as id from visits v where ${counted} and ${inCalendar(concerned)} and v.workflow_id > ${after} order by v.workflow_id limit ${limit}`);
  return rows.map((row) => row.id);
}
