import { calibrationRefusal, type CalibrationAct, type CalibrationSeats } from '@fairmark/domain/calibration';
import { CalibrationErrors } from '@fairmark/contracts/errors';
import { lockSession, membersOf, seatsOf, subjectsOf, type CalibrationMember, type CalibrationSession, type SessionSubject } from '@fairmark/persistence/calibration';
import { refuse, type DecisionContext, type ProcessContext } from '../processes/index.js';

/** A session as it stands now, locked: nothing changes it before the transaction ends. */
export interface SessionState {
  session: CalibrationSession;
  members: CalibrationMember[];
  subjects: SessionSubject[];
  seats: CalibrationSeats;
}

export async function sessionState({ tx, process }: ProcessContext): Promise<SessionState> {
  const session = await lockSession(tx, process.refId);
  const members = await membersOf(tx, session.id);
  const subjects = await subjectsOf(tx, session.id);
  return { session, members, subjects, seats: seatsOf(session, members, subjects) };
}

/** Loads the session and refuses unless the actor may do this to the person of `reviewId` (or to the session, without one). */
export async function permittedState(context: DecisionContext, act: CalibrationAct['act'], reviewId?: string): Promise<SessionState & { subject: SessionSubject }> {
  const state = await sessionState(context);
  const subject = state.subjects.find((one) => one.reviewId === reviewId);
  if (reviewId !== undefined && !subject) refuse(CalibrationErrors.subjectUnknown);
  const refusal = calibrationRefusal(context.actorId, actOf(act, subject), state.seats);
  if (refusal) refuse(refusal);
  return { ...state, subject: subject as SessionSubject };
}

/** The rules speak of people, requests of reviews: one person has one review in a session. */
function actOf(act: CalibrationAct['act'], subject: SessionSubject | undefined): CalibrationAct {
  if (act === 'discuss' || act === 'signOff') return { act };
  const subjectId = subject?.employeeId ?? '';
  if (act === 'view') return { act, groupId: subject?.groupId ?? '' };
  return act === 'propose' ? { act, subjectId, managerId: subject?.managerId ?? '' } : { act, subjectId };
}

export const bandCodes = (session: CalibrationSession): string[] => session.plan.bands.map((band) => band.code);
