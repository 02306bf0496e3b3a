import { CalibrationErrors, type CalibrationError } from '@fairmark/contracts/errors';
import { assertNever } from '../common/index.js';

/** Who sits in a session and which people it talks about. Ids only. */
export interface CalibrationSeats {
  readonly chairId: string;
  /** Everybody who takes part: managers, HR, the chair. */
  readonly memberIds: readonly string[];
  /** Members who are there for HR: they see and comment, they never propose or decide. */
  readonly hrIds: readonly string[];
  readonly groups: readonly { readonly groupId: string; readonly subjectIds: readonly string[] }[];
  /** The group that is talked about at the moment. */
  readonly discussingGroupId: string | null;
  readonly signedOff: boolean;
}

export type CalibrationAct =
  | { readonly act: 'view'; readonly groupId: string }
  | { readonly act: 'comment' | 'decide'; readonly subjectId: string }
  /** `managerId`: the manager whose report the subject is at the moment of the act. */
  | { readonly act: 'propose'; readonly subjectId: string; readonly managerId: string }
  | { readonly act: 'defer'; readonly subjectId: string }
  | { readonly act: 'discuss' | 'signOff' };

const groupOf = (seats: CalibrationSeats, personId: string) => seats.groups.find((group) => group.subjectIds.includes(personId));

/** A subject never sees the own group, and nothing of the session while the own group is discussed. */
function viewRefusal(actorId: string, groupId: string, seats: CalibrationSeats): CalibrationError | null {
  const own = groupOf(seats, actorId)?.groupId;
  if (own === undefined) return null;
  if (own === groupId) return CalibrationErrors.ownResult;
  return own === seats.discussingGroupId && !seats.signedOff ? CalibrationErrors.ownGroupDiscussed : null;
}

function subjectRefusal(actorId: string, subjectId: string, seats: CalibrationSeats): CalibrationError | null {
  const group = groupOf(seats, subjectId);
  if (!group) return CalibrationErrors.subjectUnknown;
  if (subjectId === actorId) return CalibrationErrors.ownResult;
  return viewRefusal(actorId, group.groupId, seats) === null ? null : CalibrationErrors.ownGroupDiscussed;
}

function chairRefusal(actorId: string, seats: CalibrationSeats): CalibrationError | null {
  if (actorId !== seats.chairId) return CalibrationErrors.notChair;
  return seats.hrIds.includes(actorId) ? CalibrationErrors.hrDecidesNothing : null;
}

/**
 * Why somebody may not do something in a session; null when they may.
 * Rule: a manager proposes for own reports, others comment, the chair decides and signs off; HR decides nothing; nobody acts on their
 * own result or sees the view while their own group is discussed; after sign-off there is nothing to propose, comment or decide.
 */
export function calibrationRefusal(actorId: string, act: CalibrationAct, seats: CalibrationSeats): CalibrationError | null {
  if (actorId !== seats.chairId && !seats.memberIds.includes(actorId)) return CalibrationErrors.notMember;
  if (act.act === 'view') return viewRefusal(actorId, act.groupId, seats);
  if (seats.signedOff) return CalibrationErrors.sessionSignedOff;
  switch (act.act) {
    case 'discuss':
    case 'signOff':
      return chairRefusal(actorId, seats);
    case 'comment':
      return subjectRefusal(actorId, act.subjectId, seats);
    case 'decide':
    case 'defer':
      return chairRefusal(actorId, seats) ?? subjectRefusal(actorId, act.subjectId, seats);
    case 'propose':
      if (seats.hrIds.includes(actorId)) return CalibrationErrors.hrDecidesNothing;
      return subjectRefusal(actorId, act.subjectId, seats) ?? (act.managerId === actorId ? null : CalibrationErrors.notOwnReport);
    default:
      return assertNever(act);
  }
}
