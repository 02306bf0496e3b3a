import type { Duration } from '@fairmark/contracts/common';
import { goalsErrors } from '@fairmark/contracts/errors';
import { CheckIn } from '@fairmark/contracts/goals';
import type { Transition } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';
import { moveDeadline } from '@fairmark/persistence/process';
import { managerFor } from '@fairmark/persistence/reviews';
import { APPOINTS, refuse, type DecisionContext, type ProcessContext, type VisitContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';

/** Rule (rules §3): check-ins are brought to mind every month, without escalation. */
export const CHECK_IN_EVERY: Duration = { n: 30, unit: 'day' };

/** The employee and the manager of today: who checks in, and who may ask for a change of goals. */
export async function employeeOrManager(context: DecisionContext): Promise<boolean> {
  const review = await loadReview(context.tx, context.process.refId);
  return context.actorId === review.employeeId || (await lineManagers(context, review)).includes(context.actorId);
}

async function lineManagers(context: ProcessContext, review: Review): Promise<string[]> {
  const people = await managerFor(context, review);
  return people.filter((person) => person.why !== APPOINTS).map((person) => person.employeeId);
}

/** A note of what was talked about; the other one is told that it is there. */
export async function recordCheckIn(context: DecisionContext): Promise<Transition> {
  const { tx, now, actorId } = context;
  const { note } = CheckIn.parse(context.body);
  const review = await loadReview(tx, context.process.refId);
  if (review.step !== 'period') refuse(goalsErrors.notInPeriod, { step: review.step });
  const row = await tx.one(sql<{ id: string }>`insert into check_ins (review_id, author_id, note, created_at) values (${review.id}, ${actorId}, ${note}, ${now}) returning id`);
  const others = actorId === review.employeeId ? await lineManagers(context, review) : [review.employeeId];
  return {
    outcome: 'checkedIn', details: { checkInId: row?.id },
    audit: [{ action: 'checkIn.recorded', object: review.id, texts: { note: { body: note, ownerId: actorId } } }],
    notices: others.map((employeeId) => ({ employeeId, kind: 'checkIn.recorded', link: `/reviews/${review.id}` })),
  };
}

/** A month has passed: both are reminded unless they talked in it, and the next month begins. */
export async function remindCheckIn(context: VisitContext): Promise<Transition> {
  const { tx, now, visit } = context;
  const review = await loadReview(tx, context.process.refId);
  const talked = await tx.one(sql`select 1 from check_ins where review_id = ${review.id} and created_at > ${now}::timestamptz - make_interval(days => ${CHECK_IN_EVERY.n})`);
  await moveDeadline(tx, visit.id, review.employeeId, now, { duration: CHECK_IN_EVERY });
  const people = talked ? [] : [review.employeeId, ...(await lineManagers(context, review))];
  return { outcome: 'reminded', audit: [], notices: people.map((employeeId) => ({ employeeId, kind: 'checkIn.due', link: `/reviews/${review.id}` })) };
}
