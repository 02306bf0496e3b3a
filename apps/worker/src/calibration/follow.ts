import type { Transition } from '@fairmark/domain/process';
import { chairFor, leadsHere, takeSeat, type CalibrationMember } from '@fairmark/persistence/calibration';
import { activeOn, type ChangeRow } from '@fairmark/persistence/changes';
import { sql } from '@fairmark/persistence/database';
import { hrFor } from '@fairmark/persistence/org';
import { openVisits } from '@fairmark/persistence/process';
import { changeOf, followApprovals } from '../changes/index.js';
import type { EventContext } from '../processes/index.js';
import { giveTask } from './seating.js';
import { signOffHost } from './signOff.js';
import { sessionState, type SessionState } from './state.js';

/** Seats of people who have left go on: to the successor who leads people here, the chair to the department's next head, a seat of HR to another HR person; a manager's seat without a successor ends. */
export async function followOrganisation(context: EventContext): Promise<Transition | null> {
  const { tx, process, now } = context;
  const change = await changeOf(context);
  const visits = await openVisits(tx, process.workflowId);
  const approvals = await followApprovals(context, () => signOffHost, visits, change);
  const state = await sessionState(context);
  const active = await activeOn(tx, state.members.map((member) => member.employeeId), now.slice(0, 10));
  const gone = state.members.filter((member) => !active.has(member.employeeId));
  if (gone.length === 0) return approvals;
  const deliberating = visits.find((visit) => visit.step === 'deliberation');
  let transition: Transition = approvals ?? { outcome: 'followed', audit: [] };
  for (const member of gone) {
    const next = await successorOf(context, state, member, change);
    await leaveSeat(context, state, member, deliberating?.id ?? null);
    if (next) await seat(context, state, next);
    transition = {
      ...transition, notices: [...(transition.notices ?? []), ...(next && deliberating ? await giveTask(tx, deliberating.id, [next], now) : [])],
      audit: [...transition.audit, { action: 'calibration.followed', object: state.session.id, before: { employeeId: member.employeeId, role: member.role }, after: next ?? null }],
    };
  }
  return transition;
}

async function successorOf({ tx, now }: EventContext, { session, subjects, members }: SessionState, member: CalibrationMember, change: ChangeRow | null): Promise<CalibrationMember | null> {
  const day = now.slice(0, 10);
  const free = (id: string): boolean => !subjects.some((subject) => subject.employeeId === id) && (member.role === 'chair' || !members.some((one) => one.employeeId === id));
  const named = change?.kind === 'left' ? change.successorId : null;
  const fits = named !== null && free(named) && (await activeOn(tx, [named], day)).has(named) && (await leadsHere(tx, named, session, subjects, day));
  if (fits && member.role !== 'hr') return { employeeId: named, role: member.role };
  if (member.role === 'chair') return chairFor(tx, session.departmentId, subjects.map((subject) => subject.reviewId), now);
  const hr = member.role === 'hr' ? (await hrFor(tx, session.departmentId, null, day)).find(free) : undefined;
  return hr === undefined ? null : { employeeId: hr, role: 'hr' };
}

async function leaveSeat({ tx, now }: EventContext, { session }: SessionState, member: CalibrationMember, visitId: string | null): Promise<void> {
  await tx.run(sql`update calibration_members set left_at = ${now} where session_id = ${session.id} and employee_id = ${member.employeeId}`);
  await tx.run(sql`update tasks set state = 'moved', decided_at = ${now} where visit_id = ${visitId}::uuid and assignee_id = ${member.employeeId} and state = 'open'`);
}

async function seat({ tx, now }: EventContext, { session }: SessionState, next: CalibrationMember): Promise<void> {
  if (next.role === 'chair') await tx.run(sql`update calibration_sessions set chair_id = ${next.employeeId} where id = ${session.id}`);
  await takeSeat(tx, session.id, next, now);
}
