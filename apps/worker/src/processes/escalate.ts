import type { Duration } from '@fairmark/contracts/common';
import { localDateOf } from '@fairmark/domain/calendar';
import { APPOINTS, type Assignee, type Transition } from '@fairmark/domain/process';
import { calendarOf } from '@fairmark/persistence/calendar';
import { activeManagerOf, departmentOf, hrFor } from '@fairmark/persistence/org';
import type { VisitContext } from './handlers.js';

export { APPOINTS };

/** Length of an escalated visit whose first one ended on a fixed date. */
const FALLBACK: Duration = { n: 3, unit: 'workingDay' };

/**
 * The deadline passed: the visit goes on with the next manager above who waits longest. At the top, or where the policy says so, HR is asked to
 * appoint somebody while the people of the step may still act. It is a new visit with its own clock; nobody's decision is assumed.
 */
export async function escalate(context: VisitContext): Promise<Transition | null> {
  const { visit, tasks } = context;
  const next = visit.timeout === 'handToHr' ? undefined : await nextManager(context);
  const present: Assignee[] = tasks.map((task) => ({ employeeId: task.assigneeId, why: task.why }));
  if (next) return present.some((person) => person.employeeId === next) ? null : reopened(context, [{ employeeId: next, why: 'escalated' }], 'visit.escalated');
  if (present.some((person) => person.why === APPOINTS)) return null;
  const hr = (await responsibleHr(context)).filter((employeeId) => !present.some((person) => person.employeeId === employeeId));
  return hr.length === 0 ? null : reopened(context, [...present, ...hr.map((employeeId) => ({ employeeId, why: APPOINTS }))], 'visit.handedToHr');
}

function reopened({ visit, tasks, now }: VisitContext, assignees: Assignee[], action: string): Transition {
  return {
    outcome: 'escalated',
    close: [{ visitId: visit.id, outcome: 'escalated' }],
    open: [{
      step: visit.step, assignees, subjectId: visit.subjectId, timeout: visit.timeout, payload: { ...visit.payload, escalatedFrom: visit.id },
      deadline: { duration: visit.duration ?? FALLBACK }, ...(visit.approvalId ? { approvalId: visit.approvalId } : {}), ...(visit.node ? { node: visit.node } : {}),
    }],
    audit: [{ action, object: visit.id, before: tasks.map((task) => task.assigneeId), after: { assignees: assignees.map((person) => person.employeeId), at: now, by: 'timeout' } }],
  };
}

/** The day counts where the waiting person is: at 24:00 local the line of the next day applies. */
async function nextManager({ tx, tasks, now, visit }: VisitContext): Promise<string | undefined> {
  const waiting = tasks[0]?.assigneeId;
  if (!waiting) return undefined;
  const { zone } = await calendarOf(tx, waiting);
  const manager = await activeManagerOf(tx, waiting, localDateOf(now, zone));
  return manager === visit.subjectId ? undefined : manager;
}

async function responsibleHr({ tx, visit, now }: VisitContext): Promise<string[]> {
  const { zone } = await calendarOf(tx, visit.subjectId);
  const today = localDateOf(now, zone);
  const department = visit.subjectId ? await departmentOf(tx, visit.subjectId, today) : undefined;
  return hrFor(tx, department ?? null, visit.subjectId, today);
}
