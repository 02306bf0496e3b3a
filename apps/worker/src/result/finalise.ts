import type { AcceptanceRecord } from '@fairmark/contracts/reviews';
import type { Transition } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';
import { openVisits } from '@fairmark/persistence/process';
import { recordAct } from '@fairmark/persistence/result';
import { settleReward } from '@fairmark/persistence/rewards';
import { enterBufferOrClose } from '../buffers/enter.js';
import type { ProcessContext } from '../processes/index.js';
import { leadingTo } from '../reviews/enter.js';
import { loadReview, type Review } from '../reviews/review.js';

/** The result is final, recorded as what it ended by and at the instant it ended, not when somebody looked. Its reward gets the payroll line that is due. */
export async function finalise(context: ProcessContext, review: Review, ending: { recordedAs: AcceptanceRecord; finalAt: string }): Promise<Transition> {
  const { tx, process, now } = context;
  const { recordedAs, finalAt } = ending;
  await tx.run(sql`update reviews set final_at = ${finalAt}, window_ends_at = coalesce(window_ends_at, ${finalAt}::timestamptz) where id = ${review.id}`);
  await recordAct(tx, { reviewId: review.id, act: recordedAs === 'deemedAccepted' ? 'deemedAccepted' : 'final', actorId: null, at: finalAt, detail: { recordedAs } });
  await settleReward(tx, review.id, 'final', now);
  const open = await openVisits(tx, process.workflowId);
  const transition: Transition = {
    outcome: recordedAs,
    close: open.map((visit) => ({ visitId: visit.id, outcome: recordedAs })),
    audit: [{ action: 'result.final', object: review.id, after: { recordedAs, finalAt } }],
    notices: [{ employeeId: review.employeeId, kind: 'result.final', link: `/reviews/${review.id}` }],
  };
  return leadingTo(transition, await enterBufferOrClose(context, await loadReview(tx, review.id)));
}
