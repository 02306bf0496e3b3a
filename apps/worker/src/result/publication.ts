import type { NoticeSpec, Transition } from '@fairmark/domain/process';
import { calendarOf } from '@fairmark/persistence/calendar';
import { publicationSlot, publishDepartment, publishOne } from '@fairmark/persistence/publications';
import { sql } from '@fairmark/persistence/database';
import { openVisits } from '@fairmark/persistence/process';
import type { EventContext, ProcessContext, VisitContext } from '../processes/index.js';
import { leadingTo } from '../reviews/enter.js';
import { loadReview, type Review } from '../reviews/review.js';
import { enterPublication, enterResult, publicationAt, type PublicationPayload } from './enter.js';

/** The session was signed off: the review waits for publication. */
export async function calibrationSignedOff(context: EventContext): Promise<Transition | null> {
  if (context.process.step !== 'calibration') return null;
  const review = await loadReview(context.tx, context.process.refId);
  const transition: Transition = { outcome: 'calibrated', close: await closing(context, 'calibration', 'signedOff'), audit: [{ action: 'review.calibrated', object: review.id, after: { sessionId: context.body['sessionId'] } }] };
  return leadingTo(transition, await enterPublication(context, review));
}

/** HR set the instant of the department's publication; the line sees the result a lead earlier, mostly from now on. */
export async function publicationScheduled(context: EventContext): Promise<Transition | null> {
  const { tx, process, body } = context;
  const slot = process.step === 'publication' ? await publicationSlot(tx, String(body['publicationId'])) : undefined;
  if (!slot) return null;
  const review = await loadReview(tx, process.refId);
  await tx.run(sql`update reviews set managers_see_at = ${slot.managersSeeAt} where id = ${review.id}`);
  return {
    outcome: 'scheduled',
    close: await closing(context, 'publication', 'scheduled'),
    open: [publicationAt(review, slot, context.now)],
    notices: slot.managersSeeAt > context.now ? [] : lineNotices(review),
    audit: [{ action: 'result.scheduled', object: review.id, after: { publishAt: slot.publishAt, managersSeeAt: slot.managersSeeAt } }],
  };
}

const lineNotices = (review: Review): NoticeSpec[] => (review.managerId ? [{ employeeId: review.managerId, kind: 'result.managersSee', link: `/reviews/${review.id}` }] : []);

/** An instant has come: the line's turn, or everybody's. */
export async function publicationDue(context: VisitContext): Promise<Transition> {
  const { managersSeeAt, ...slot } = context.visit.payload as unknown as PublicationPayload;
  if (managersSeeAt === undefined) return publish(context, slot);
  const review = await loadReview(context.tx, context.process.refId);
  const zone = context.visit.dueZone ?? (await calendarOf(context.tx, null)).zone;
  return {
    outcome: 'managersSee', close: [{ visitId: context.visit.id, outcome: 'managersSee' }], open: [publicationAt(review, { ...slot, managersSeeAt, zone }, context.now)], notices: lineNotices(review),
    audit: [{ action: 'result.managersSee', object: review.id, after: { managersSeeAt } }],
  };
}

/**
 * The instant has come. Whichever review of the department wakes first publishes all of them, with the instant that was set: nobody sees a result earlier than a
 * colleague, however busy the machine is.
 */
async function publish(context: VisitContext, { publicationId, publishAt }: PublicationPayload): Promise<Transition> {
  const { tx, visit, process } = context;
  if (publicationId) await publishDepartment(tx, publicationId);
  await publishOne(tx, process.refId, publishAt);
  const review = await loadReview(tx, process.refId);
  const transition: Transition = { outcome: 'published', close: [{ visitId: visit.id, outcome: 'published' }], audit: [{ action: 'result.published', object: review.id, after: { publishedAt: review.publishedAt } }] };
  return leadingTo(transition, await enterResult(context, review));
}

async function closing({ tx, process }: ProcessContext, step: string, outcome: string): Promise<NonNullable<Transition['close']>> {
  return (await openVisits(tx, process.workflowId)).filter((visit) => visit.step === step).map((visit) => ({ visitId: visit.id, outcome }));
}
