import { BufferCheckIn } from '@fairmark/contracts/buffers';
import { buffersErrors } from '@fairmark/contracts/errors';
import { improvementLength } from '@fairmark/domain/buffers';
import { pauseForLeave } from '@fairmark/domain/calendar';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { holdCheckIn, updateBuffer } from '@fairmark/persistence/buffers';
import { calendarOf } from '@fairmark/persistence/calendar';
import { moveDeadline } from '@fairmark/persistence/process';
import { bufferPeople } from '@fairmark/persistence/reviews';
import { refuse, type DecisionContext, type VisitContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import { loadBuffer } from './supportPlan.js';

/** One of the company's check-ins was held. */
export async function recordCheckIn(context: DecisionContext): Promise<Transition> {
  const { heldOn, note } = BufferCheckIn.parse(context.body);
  const { review, buffer } = await loadBuffer(context);
  const held = await holdCheckIn(context.tx, buffer.id, { heldAt: context.now, note, recordedBy: context.actorId });
  if (!held) refuse(buffersErrors.noCheckInLeft);
  return {
    outcome: 'recorded', details: { heldOn }, notices: [{ employeeId: review.employeeId, kind: 'buffer.checkIn', link: `/reviews/${review.id}` }],
    audit: [{ action: 'buffer.checkIn', object: review.id, after: { heldOn }, texts: { note: { body: note, ownerId: review.employeeId } } }],
  };
}

/** The window has ended, unless leave paused it: then its end moves. Manager and HR judge, each on their own. */
export async function endImprovement(context: VisitContext): Promise<Transition> {
  const { tx, now, visit } = context;
  const { review, buffer } = await loadBuffer(context);
  const { calendar, zone } = await calendarOf(tx, review.employeeId);
  const end = pauseForLeave({ openedAt: visit.openedAt, duration: improvementLength(review.plan), zone, calendar, leaves: calendar.leaves });
  if (end.dueAt > now) {
    await moveDeadline(tx, visit.id, review.employeeId, now, { at: end.dueAt, zone });
    return { outcome: 'paused', audit: [{ action: 'buffer.paused', object: review.id, after: { pausedDays: end.pausedDays, endsAt: end.dueAt } }] };
  }
  await updateBuffer(tx, buffer.id, { state: 'judging', endsAt: visit.dueAt ?? now });
  const { manager, hr } = await bufferPeople(context, review);
  const judge = async (as: 'manager' | 'hr', assignees: typeof manager): Promise<VisitSpec> => ({
    step: 'improvementJudgement', assignees, subjectId: review.employeeId, payload: { as }, ...(await timingOf(tx, review, 'improvementJudgement', assignees[0]?.employeeId ?? null, now)),
  });
  return {
    outcome: 'ended', close: [{ visitId: visit.id, outcome: 'ended' }], open: [await judge('manager', manager), await judge('hr', hr)],
    audit: [{ action: 'buffer.ended', object: review.id, after: { endsAt: visit.dueAt } }],
  };
}
