import { AcceptanceErrors } from '@fairmark/contracts/errors';
import { ConfirmInterview, RecordInterview, WaiveInterview } from '@fairmark/contracts/reviews';
import { localDateOf } from '@fairmark/domain/calendar';
import type { Transition } from '@fairmark/domain/process';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql } from '@fairmark/persistence/database';
import { hrFor } from '@fairmark/persistence/org';
import { openVisits } from '@fairmark/persistence/process';
import { acceptanceOf, recordAct } from '@fairmark/persistence/result';
import { refuse, type DecisionContext, type VisitContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import { loadReview } from '../reviews/review.js';
import { followWindow } from './window.js';

/** The manager's record of the interview, with at least one development action; the employee confirms that it was held. */
export async function record(context: DecisionContext): Promise<Transition> {
  const { tx, now, visit, actorId } = context;
  const { heldOn, text, actions } = RecordInterview.parse(context.body);
  const review = await loadReview(tx, context.process.refId);
  await tx.run(sql`
    insert into interviews (review_id, held_on, notes, actions, recorded_by, recorded_at) values (${review.id}, ${heldOn}, ${text}, ${JSON.stringify(actions)}, ${actorId}, ${now})
    on conflict (review_id) do update set held_on = excluded.held_on, notes = excluded.notes, actions = excluded.actions, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`);
  return {
    outcome: 'recorded',
    close: [{ visitId: visit.id, outcome: 'recorded', by: actorId }],
    open: [{
      step: 'interviewConfirmation', assignees: [{ employeeId: review.employeeId, why: 'subject' }], subjectId: review.employeeId,
      ...(await timingOf(tx, review, 'interviewConfirmation', review.employeeId, now)), timeout: 'moveOn',
    }],
    audit: [{ action: 'interview.recorded', object: review.id, after: { heldOn, actions: actions.map(({ ownerId, dueOn }) => ({ ownerId, dueOn })) }, texts: { record: { body: text, ownerId: review.employeeId } } }],
  };
}

/** The employee confirms: recorded by both, the floor of the window counts from here. */
export async function confirm(context: DecisionContext): Promise<Transition> {
  const { tx, now, visit, actorId } = context;
  const { comment } = ConfirmInterview.parse(context.body);
  const review = await loadReview(tx, context.process.refId);
  await tx.run(sql`update interviews set confirmed_at = ${now}, employee_comment = ${comment || null} where review_id = ${review.id}`);
  const { endsAt } = await followWindow(context, review);
  return {
    outcome: 'confirmed', details: { endsAt },
    close: [{ visitId: visit.id, outcome: 'confirmed', by: actorId }],
    audit: [{ action: 'interview.confirmed', object: review.id, after: { endsAt }, ...(comment ? { texts: { comment: { body: comment, ownerId: actorId } } } : {}) }],
  };
}

/** The employee let the confirmation pass: recorded as unanswered, never as agreement; the window can end. */
export async function leaveUnanswered(context: VisitContext): Promise<Transition> {
  const { tx, now, visit } = context;
  const review = await loadReview(tx, context.process.refId);
  await recordAct(tx, { reviewId: review.id, act: 'interviewUnanswered', actorId: null, at: visit.dueAt ?? now });
  const { endsAt } = await followWindow(context, review);
  return { outcome: 'unanswered', close: [{ visitId: visit.id, outcome: 'unanswered' }], audit: [{ action: 'interview.unanswered', object: review.id, after: { endsAt } }] };
}

/** Only HR of the person's department may waive the interview. */
export async function isHrOfReview({ tx, process, actorId, now }: DecisionContext): Promise<boolean> {
  const review = await loadReview(tx, process.refId);
  return (await hrFor(tx, review.departmentId, review.employeeId, localDateOf(now, (await calendarOf(tx, actorId)).zone))).includes(actorId);
}

/** HR lets the window run without an interview, with a reason both can read: the manager is gone, the employee refuses. */
export async function waive(context: DecisionContext): Promise<Transition> {
  const { tx, now, actorId, process } = context;
  const { reason } = WaiveInterview.parse(context.body);
  const review = await loadReview(tx, process.refId);
  const view = await acceptanceOf(tx, review, now);
  if (view.status === 'unpublished') refuse(AcceptanceErrors.notPublished);
  if (view.endsAt !== null || view.status === 'final') refuse(AcceptanceErrors.interviewSettled);
  await recordAct(tx, { reviewId: review.id, act: 'interviewWaived', actorId, at: now, detail: { reason } });
  const { endsAt } = await followWindow(context, review);
  const open = (await openVisits(tx, process.workflowId)).filter((visit) => visit.step === 'interview' || visit.step === 'interviewConfirmation');
  return {
    outcome: 'waived', details: { endsAt },
    close: open.map((visit) => ({ visitId: visit.id, outcome: 'waived', by: actorId })),
    audit: [{ action: 'interview.waived', object: review.id, after: { endsAt }, texts: { reason: { body: reason, ownerId: review.employeeId } } }],
    notices: [{ employeeId: review.employeeId, kind: 'interview.waived', link: `/reviews/${review.id}` }],
  };
}
