import { AppointChair, DiscussGroup, JoinCalibration, LeaveCalibration } from '@fairmark/contracts/calibration';
import { CalibrationErrors, processErrors } from '@fairmark/contracts/errors';
import { localDateOf } from '@fairmark/domain/calendar';
import type { Transition } from '@fairmark/domain/process';
import { leadsHere, takeSeat, type CalibrationMember } from '@fairmark/persistence/calibration';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql, type Executor } from '@fairmark/persistence/database';
import { hrFor } from '@fairmark/persistence/org';
import { refuse, type DecisionContext } from '../processes/index.js';
import { permittedState, sessionState, type SessionState } from './state.js';

/** The chair says which group is talked about: its people do not see the session meanwhile. */
export async function discuss(context: DecisionContext): Promise<Transition> {
  const { groupId } = DiscussGroup.parse(context.body);
  const { session, seats } = await permittedState(context, 'discuss');
  if (groupId !== null && !seats.groups.some((group) => group.groupId === groupId)) refuse(CalibrationErrors.groupUnknown);
  await context.tx.run(sql`update calibration_sessions set discussed_group_id = ${groupId}::uuid where id = ${session.id}`);
  return { outcome: 'discussing', details: { groupId }, audit: [{ action: 'calibration.discussing', object: session.id, after: { groupId } }] };
}

/** A new chair, for example because the first one left. Nobody chairs their own group. */
export async function newChair(context: DecisionContext): Promise<Transition> {
  const { employeeId, reason } = AppointChair.parse(context.body);
  const state = await seatingState(context);
  if (state.subjects.some((subject) => subject.employeeId === employeeId)) refuse(CalibrationErrors.chairIsSubject);
  await mustLeadHere(context, state, employeeId);
  const { tx, now } = context;
  const { session } = state;
  await tx.run(sql`update calibration_sessions set chair_id = ${employeeId} where id = ${session.id}`);
  await tx.run(sql`update calibration_members set role = 'manager' where session_id = ${session.id} and role = 'chair'`);
  return seated(context, state, { employeeId, role: 'chair' }, { outcome: 'newChair', audit: [{ action: 'calibration.newChair', object: session.id, before: { chair: session.chairId }, after: { chair: employeeId, at: now }, texts: { reason: { body: reason, ownerId: employeeId } } }] });
}

export async function join(context: DecisionContext): Promise<Transition> {
  const { employeeId, role, reason } = JoinCalibration.parse(context.body);
  const state = await seatingState(context);
  if (state.members.some((member) => member.employeeId === employeeId)) refuse(CalibrationErrors.seatNotAllowed);
  if (role === 'manager') await mustLeadHere(context, state, employeeId);
  else await mustBeHr(context, state, employeeId);
  return seated(context, state, { employeeId, role }, { outcome: 'joined', audit: [{ action: 'calibration.joined', object: state.session.id, after: { employeeId, role }, texts: { reason: { body: reason, ownerId: employeeId } } }] });
}

/** Somebody leaves, or is taken out. The chair hands over first. */
export async function leave(context: DecisionContext): Promise<Transition> {
  const { employeeId, reason } = LeaveCalibration.parse(context.body);
  const state = employeeId === context.actorId ? await sessionState(context) : await seatingState(context);
  if (!state.members.some((member) => member.employeeId === employeeId)) refuse(CalibrationErrors.notMember);
  if (employeeId === state.session.chairId) refuse(CalibrationErrors.chairMayNotLeave);
  await context.tx.run(sql`update calibration_members set left_at = ${context.now} where session_id = ${state.session.id} and employee_id = ${employeeId}`);
  await context.tx.run(sql`update tasks set state = 'notNeeded', decided_at = ${context.now} where visit_id = ${context.visit.id} and assignee_id = ${employeeId} and state = 'open'`);
  return { outcome: 'left', audit: [{ action: 'calibration.left', object: state.session.id, after: { employeeId }, texts: { reason: { body: reason, ownerId: employeeId } } }] };
}

/** Seats are given by the chair or by HR of the session. */
async function seatingState(context: DecisionContext): Promise<SessionState> {
  const state = await sessionState(context);
  const { chairId, hrIds } = state.seats;
  if (context.actorId !== chairId && !hrIds.includes(context.actorId)) refuse(CalibrationErrors.notChair);
  return state;
}

async function seated({ tx, now, visit }: DecisionContext, { session }: SessionState, member: CalibrationMember, transition: Transition): Promise<Transition> {
  await takeSeat(tx, session.id, member, now);
  return { ...transition, notices: await giveTask(tx, visit.id, [member], now) };
}

/** A member who comes later gets a task in the open visit, and a notice as everybody else got one. */
export async function giveTask(tx: Executor, visitId: string, members: readonly CalibrationMember[], now: string): Promise<NonNullable<Transition['notices']>> {
  for (const member of members)
    await tx.run(sql`
      insert into tasks (visit_id, assignee_id, why, created_at) values (${visitId}, ${member.employeeId}, ${whyOf[member.role]}, ${now})
      on conflict (visit_id, assignee_id) do update set state = 'open', why = excluded.why, decided_at = null`);
  return members.map((member) => ({ employeeId: member.employeeId, kind: 'task.calibration.deliberation', link: `/visits/${visitId}` }));
}

/** Why a member has a task. */
export const whyOf: Record<CalibrationMember['role'], string> = { chair: 'chair', manager: 'calibrationMember', hr: 'hr' };

/** A seat shows results: only people who lead somebody here, or the department, are let in as managers. */
async function mustLeadHere({ tx, now }: DecisionContext, { session, subjects }: SessionState, employeeId: string): Promise<void> {
  const asOf = localDateOf(now, (await calendarOf(tx, employeeId)).zone);
  const active = await tx.one(sql`
    select 1 from employees e left join accounts a on a.employee_id = e.id where e.id = ${employeeId} and e.hired_on <= ${asOf}::date and (e.left_on is null or e.left_on >= ${asOf}::date) and a.disabled_at is null`);
  if (!active) refuse(processErrors.actorInactive, { employeeId });
  if (!(await leadsHere(tx, employeeId, session, subjects, asOf))) refuse(CalibrationErrors.seatNotAllowed, { employeeId });
}

async function mustBeHr({ tx, now }: DecisionContext, { session }: SessionState, employeeId: string): Promise<void> {
  const hr = await hrFor(tx, session.departmentId, null, localDateOf(now, (await calendarOf(tx, employeeId)).zone));
  if (!hr.includes(employeeId)) refuse(CalibrationErrors.seatNotAllowed, { employeeId });
}
