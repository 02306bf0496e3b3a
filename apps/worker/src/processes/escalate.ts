import type { Assignee, Transition } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';
import { activeManagerOf, hrFor } from '@fairmark/persistence/org';
import type { VisitContext } from './handlers.js';

/**
 * The deadline passed: the visit goes on with the next manager above who waits longest, or with HR. It is a new visit with its
 * own clock; nobody's decision is assumed.
 */
export async function escalate(context: VisitContext): Promise<Transition | null> {
  const { visit, now } = context;
  const next = visit.timeout === 'handToHr' ? undefined : await nextManager(context);
  const assignees: Assignee[] = next ? [{ employeeId: next, why: 'escalated' }] : (await responsibleHr(context)).map((employeeId) => ({ employeeId, why: 'hrTookOver' }));
  const fresh = assignees.filter((person) => !context.tasks.some((task) => task.assigneeId === person.employeeId));
  if (fresh.length === 0) return null;
  return {
    outcome: 'escalated',
    close: [{ visitId: visit.id, outcome: 'escalated' }],
    open: [{
      step: visit.step, assignees: fresh, subjectId: visit.subjectId, timeout: visit.timeout, payload: { ...visit.payload, escalatedFrom: visit.id },
      deadline: visit.duration ? { duration: visit.duration } : null, ...(visit.approvalId ? { approvalId: visit.approvalId } : {}), ...(visit.node ? { node: visit.node } : {}),
    }],
    audit: [{ action: 'visit.escalated', object: visit.id, before: context.tasks.map((task) => task.assigneeId), after: { assignees: fresh.map((person) => person.employeeId), at: now, by: 'timeout' } }],
  };
}

async function nextManager({ tx, tasks, now, visit }: VisitContext): Promise<string | undefined> {
  const waiting = tasks[0]?.assigneeId;
  if (!waiting) return undefined;
  const manager = await activeManagerOf(tx, waiting, now.slice(0, 10));
  return manager === visit.subjectId ? undefined : manager;
}

async function responsibleHr({ tx, visit, now }: VisitContext): Promise<string[]> {
  const row = visit.subjectId
    ? await tx.one(sql<{ id: string }>`select department_id as id from employee_departments where employee_id = ${visit.subjectId} and valid_from <= ${now}::date and (valid_to is null or valid_to > ${now}::date)`)
    : undefined;
  return hrFor(tx, row?.id ?? null, visit.subjectId, now.slice(0, 10));
}
