import { RemoveFromCycle } from '@fairmark/contracts/cycles';
import { hrErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { recordHrAct } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { openVisits } from '@fairmark/persistence/process';
import { refuse, type DecisionContext, type EventContext } from '../processes/index.js';
import { loadReview } from '../reviews/review.js';
import { concerned } from './concerned.js';

/** Somebody leaves the cycle before the result is published: ends as not rated, everything that was written stays. */
export async function remove(context: DecisionContext): Promise<Transition> {
  const { tx, process, actorId, now } = context;
  const { reason } = RemoveFromCycle.parse(context.body);
  const review = await loadReview(tx, process.refId);
  if (review.publishedAt !== null) refuse(hrErrors.published);
  const visits = await openVisits(tx, process.workflowId);
  await tx.run(sql`update reviews set not_rated_reason = 'removed', final_at = ${now} where id = ${review.id}`);
  await tx.run(sql`
    insert into ratings (review_id, no, source, reason, decided_by, created_at)
    select ${review.id}::uuid, coalesce(max(no), 0) + 1, 'notRated', 'removed', ${actorId}::uuid, ${now}::timestamptz from ratings where review_id = ${review.id}`);
  await tx.run(sql`update calibration_subjects s set state = 'notRated' from calibration_sessions c where s.review_id = ${review.id} and c.id = s.session_id and c.state <> 'signedOff'`);
  await recordHrAct(tx, { cycleId: review.cycleId, reviewId: review.id, act: 'remove', actorId, reason, detail: { step: review.step }, at: now });
  return {
    outcome: 'removed',
    close: visits.map((visit) => ({ visitId: visit.id, outcome: 'removed' })),
    notices: await concerned(tx, review, visits, 'hr.removed'),
    audit: [{ action: 'hr.removed', object: review.id, before: { step: review.step }, after: { notRated: true }, texts: { reason: { body: reason, ownerId: review.employeeId } } }],
    finish: { outcome: 'removed' },
  };
}

/** The whole cycle was cancelled. A review whose result is published meanwhile keeps it and goes on. */
export async function cancelByEvent(context: EventContext): Promise<Transition | null> {
  const { tx, process } = context;
  const review = await loadReview(tx, process.refId);
  if (review.publishedAt !== null) return null;
  const visits = await openVisits(tx, process.workflowId);
  await tx.run(sql`update reviews set state = 'cancelled' where id = ${review.id}`);
  return {
    outcome: 'cancelled',
    close: visits.map((visit) => ({ visitId: visit.id, outcome: 'cycleCancelled' })),
    notices: await concerned(tx, review, visits, 'cycle.cancelled'),
    audit: [{ action: 'review.cancelled', object: review.id, before: { step: review.step } }],
    finish: { outcome: 'cancelled' },
  };
}
