import type { CalibrationSeats } from '@fairmark/domain/calibration';
import type { CalibrationMember, CalibrationSession } from './sessions.js';
import type { SessionSubject } from './subjects.js';

/** Who sits in the session and which people it talks about, as the rules of rights need it. */
export function seatsOf(session: CalibrationSession, members: readonly CalibrationMember[], subjects: readonly SessionSubject[]): CalibrationSeats {
  const groupIds = [...new Set(subjects.map((subject) => subject.groupId))];
  return {
    chairId: session.chairId,
    memberIds: members.map((member) => member.employeeId),
    hrIds: members.filter((member) => member.role === 'hr').map((member) => member.employeeId),
    groups: groupIds.map((groupId) => ({ groupId, subjectIds: subjects.filter((subject) => subject.groupId === groupId).map((subject) => subject.employeeId) })),
    discussingGroupId: session.discussedGroupId,
    signedOff: session.state === 'signedOff',
  };
}
