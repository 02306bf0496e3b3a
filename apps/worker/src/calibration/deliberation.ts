import { endOfLocalDay } from '@fairmark/domain/calendar';
import type { VisitSpec } from '@fairmark/domain/process';
import { calendarOf } from '@fairmark/persistence/calendar';
import type { ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import { whyOf } from './seating.js';
import type { SessionState } from './state.js';

/**
 * The visit in which members propose and comment and the chair decides. A passed deadline reminds everybody and ends nothing: bands are never decided by time-out.
 * A supplementary session is due on the date for which people were put off.
 */
export async function deliberation({ tx, now }: ProcessContext, { session, members }: SessionState): Promise<VisitSpec> {
  const { deadline, remindBefore } = await timingOf(tx, session, 'calibration', session.chairId, now, 'calibration');
  const { zone } = await calendarOf(tx, session.chairId);
  const fixed = session.supplementaryOn ? endOfLocalDay(session.supplementaryOn, zone) : null;
  return {
    step: 'deliberation', subjectId: null, timeout: 'remind', ...(remindBefore ? { remindBefore } : {}),
    deadline: fixed && fixed > now ? { at: fixed, zone } : deadline,
    assignees: members.map((member) => ({ employeeId: member.employeeId, why: whyOf[member.role] })),
  };
}
