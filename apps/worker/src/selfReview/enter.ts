import { localDateOf } from '@fairmark/domain/calendar';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql } from '@fairmark/persistence/database';
import { insertSelfReview } from '@fairmark/persistence/reviews';
import { underItsVersion } from '../planMoves/waiting.js';
import type { ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import type { Enter, Entry } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';
import { enterScoring } from '../scoring/enter.js';

/** The period is over: the employee writes the self-review. Rule (rules §11): a leaver is scored without one. */
export const enterSelfReview: Enter = underItsVersion('selfReview', async (context, review) => {
  const { tx, now } = context;
  if (await hasLeft(context, review)) return withoutSelfReview(context, review);
  const timing = await timingOf(tx, review, 'selfReview', review.employeeId, now, 'selfReview');
  return { step: 'selfReview', open: [{ step: 'selfReview', assignees: [{ employeeId: review.employeeId, why: 'subject' }], subjectId: review.employeeId, ...timing }] };
});

async function hasLeft({ tx, now }: ProcessContext, { employeeId }: Review): Promise<boolean> {
  const { zone } = await calendarOf(tx, employeeId);
  return (await tx.one(sql`select 1 from employees where id = ${employeeId} and left_on < ${localDateOf(now, zone)}::date`)) !== undefined;
}

async function withoutSelfReview(context: ProcessContext, review: Review): Promise<Entry> {
  await insertSelfReview(context.tx, review.id, null, null, context.now);
  const entry = await enterScoring(context, review);
  return { ...entry, audit: [{ action: 'selfReview.notSubmitted', object: review.id, after: { because: 'left' } }, ...(entry.audit ?? [])] };
}
