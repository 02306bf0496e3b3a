import type { AcceptanceView } from '@fairmark/contracts/reviews';
import { stepRule } from '@fairmark/domain/plans';
import type { Deadline, VisitSpec } from '@fairmark/domain/process';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql } from '@fairmark/persistence/database';
import { moveDeadline, openVisits } from '@fairmark/persistence/process';
import { acceptanceOf } from '@fairmark/persistence/result';
import type { ProcessContext } from '../processes/index.js';
import type { Review } from '../reviews/review.js';

/**
 * Lets the open acknowledgement end where the window now ends: after the interview was recorded, waived or left unanswered, after leave. Answers how the
 * acknowledgement stands.
 */
export async function followWindow({ tx, process, now }: ProcessContext, review: Review): Promise<AcceptanceView> {
  const view = await acceptanceOf(tx, review, now);
  await tx.run(sql`update reviews set window_ends_at = ${view.endsAt} where id = ${review.id}`);
  const visit = (await openVisits(tx, process.workflowId)).find((open) => open.step === 'acknowledgement');
  if (visit && view.endsAt !== null && view.endsAt !== visit.dueAt && view.endsAt > now) await moveDeadline(tx, visit.id, review.employeeId, now, await endingAt({ tx }, review, view.endsAt));
  return view;
}

/** The visit in which the person acknowledges the result. While the interview is missing its deadline is only the earliest end. */
export async function acknowledgement({ tx, now }: ProcessContext, review: Review, view: AcceptanceView): Promise<VisitSpec> {
  const end = view.endsAt ?? view.earliestEndAt;
  return {
    step: 'acknowledgement', assignees: [{ employeeId: review.employeeId, why: 'subject' }], subjectId: review.employeeId, timeout: 'moveOn',
    deadline: end !== null && end > now ? await endingAt({ tx }, review, end) : null, remindBefore: stepRule(review.plan, 'acknowledgement').remindBefore,
  };
}

async function endingAt({ tx }: Pick<ProcessContext, 'tx'>, review: Review, at: string): Promise<Deadline> {
  const { zone } = await calendarOf(tx, review.employeeId);
  return { at, zone, duration: stepRule(review.plan, 'acknowledgement').duration };
}
