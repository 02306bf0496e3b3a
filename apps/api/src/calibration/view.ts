import type { CalibrationSubject, CalibrationView } from '@fairmark/contracts/calibration';
import { accessErrors, CalibrationErrors } from '@fairmark/contracts/errors';
import { calibrationRefusal, outliers } from '@fairmark/domain/calibration';
import { findSession, membersOf, recordViewed, seatsOf, sessionHead, subjectDetails, subjectsOf, type CalibrationMember, type CalibrationSession, type SessionSubject, type SubjectDetail } from '@fairmark/persistence/calibration';
import type { Executor } from '@fairmark/persistence/database';
import { ApiError } from '../problems/index.js';
import { figuresOf, scoredPeople } from './figures.js';

/** Who looks: HR of the department sees the session without a seat. */
export interface SessionViewer {
  /** With whose eyes: the reader's own, or those of the one for whom the reader stands in. */
  employeeId: string;
  readerId: string;
  hr: boolean;
}

interface Seen {
  session: CalibrationSession;
  members: CalibrationMember[];
  /** Everybody of the session. */
  all: SessionSubject[];
  /** Whom this viewer may see. */
  subjects: SessionSubject[];
  hiddenGroups: ReadonlySet<string>;
}

/**
 * The session as this viewer may see it: the own group is left out of the list and of every figure, and while it is talked about the session is closed to them.
 * Who outside a person's line read the result is recorded.
 */
export async function calibrationView(tx: Executor, id: string, viewer: SessionViewer, now: string): Promise<CalibrationView> {
  const seen = await seenBy(tx, id, viewer);
  const { session } = seen;
  const details = new Map((await subjectDetails(tx, id)).map((detail) => [detail.reviewId, detail]));
  await recordViewed(tx, viewer.readerId, seen.subjects.map((subject) => subject.reviewId), `calibration/${id}`, seatOf(seen, viewer));
  return {
    id, cycleId: session.cycleId, state: session.state, supplementaryOf: session.supplementaryOf, discussedGroupId: session.discussedGroupId, explanation: session.explanation, signedOffAt: session.signedOffAt,
    ...(await sessionHead(tx, id)),
    bands: session.plan.bands.map(({ code, name }) => ({ code, name })),
    groups: groupsOf(seen, details),
    subjects: subjectsFor(seen, details, viewer),
    ...(await figuresOf(tx, seen, details, now)),
    may: mayOf(seen, viewer),
  };
}

/** Whom the viewer may see. @throws {ApiError} `CALIBRATION.OWN_GROUP_DISCUSSED` while their group is talked about */
export async function seenBy(read: Executor, id: string, viewer: SessionViewer): Promise<Seen> {
  const session = await findSession(read, id);
  if (!session) throw new ApiError(accessErrors.objectNotFound);
  const members = await membersOf(read, id);
  const all = await subjectsOf(read, id);
  const seats = seatsOf(session, members, all);
  const seated = viewer.hr ? { ...seats, memberIds: [...seats.memberIds, viewer.employeeId] } : seats;
  const refusals = new Map(seats.groups.map(({ groupId }) => [groupId, calibrationRefusal(viewer.employeeId, { act: 'view', groupId }, seated)]));
  if ([...refusals.values()].some((refusal) => refusal === CalibrationErrors.ownGroupDiscussed)) throw new ApiError(CalibrationErrors.ownGroupDiscussed);
  if ([...refusals.values()].some((refusal) => refusal === CalibrationErrors.notMember)) throw new ApiError(CalibrationErrors.notMember);
  const hiddenGroups = new Set([...refusals].flatMap(([groupId, refusal]) => (refusal ? [groupId] : [])));
  return { session, members, all, hiddenGroups, subjects: all.filter((subject) => !hiddenGroups.has(subject.groupId)) };
}

function groupsOf({ all, hiddenGroups }: Seen, details: ReadonlyMap<string, SubjectDetail>): CalibrationView['groups'] {
  return [...new Set(all.map((subject) => subject.groupId))].map((id) => {
    const people = all.filter((subject) => subject.groupId === id);
    return { id, manager: details.get(people[0]?.reviewId ?? '')?.manager ?? null, people: people.length, hidden: hiddenGroups.has(id) };
  });
}

function subjectsFor({ session, subjects }: Seen, details: ReadonlyMap<string, SubjectDetail>, viewer: SessionViewer): CalibrationSubject[] {
  const standOut = new Map(outliers(session.plan.bands.map((band) => band.code), scoredPeople(subjects, details)).map((one) => [one.employeeId, one.reasons]));
  return subjects.flatMap((subject) => {
    const detail = details.get(subject.reviewId);
    if (!detail) return [];
    const { reviewId, groupId, standing, shadow, totalCenti, computedBand, band, deferral } = subject;
    return [{ ...detail, reviewId, groupId, standing, shadow, totalCenti, computedBand, band, deferral, outlier: [...(standOut.get(subject.employeeId) ?? [])], ownReport: subject.managerId === viewer.employeeId }];
  });
}

function mayOf({ session, members }: Seen, { employeeId }: SessionViewer): CalibrationView['may'] {
  const member = members.find((one) => one.employeeId === employeeId);
  const open = session.state === 'open';
  const chair = employeeId === session.chairId;
  return { comment: open && member !== undefined, decide: open && chair && member?.role !== 'hr', seat: open && (chair || member?.role === 'hr') };
}

const seatOf = ({ members, session }: Seen, { employeeId }: SessionViewer): string => (employeeId === session.chairId ? 'calibrationChair' : members.some((member) => member.employeeId === employeeId) ? 'calibrationMember' : 'hr');
