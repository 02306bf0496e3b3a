import type { Transition } from '@fairmark/domain/process';
import { openVisits } from '@fairmark/persistence/process';
import { acceptanceOf, recordAct } from '@fairmark/persistence/result';
import type { ProcessContext } from '../processes/index.js';
import type { Review } from '../reviews/review.js';
import { finalise } from './finalise.js';
import { acknowledgement } from './window.js';

/**
 * The appeal is over. `decided`: the result is final now, recorded as decided on appeal (the rating of an adjusted one is written before). `withdrawn` and `refused`:
 * the window goes on where it was, or the result is final when it has ended meanwhile. The answer is the whole transition of the review, its open
 * `appeal` visits closed.
 */
export async function resumeAfterAppeal(context: ProcessContext, review: Review, outcome: 'withdrawn' | 'refused' | 'decided'): Promise<Transition> {
  const { tx, now, process } = context;
  await recordAct(tx, { reviewId: review.id, act: 'appealEnded', actorId: null, at: now, detail: { outcome } });
  const view = await acceptanceOf(tx, review, now);
  if (view.recordedAs !== null && view.finalAt !== null) return finalise(context, review, { recordedAs: view.recordedAs, finalAt: view.finalAt });
  const waiting = (await openVisits(tx, process.workflowId)).filter((visit) => visit.step === 'appeal');
  return {
    outcome: 'resumed',
    step: 'result',
    close: waiting.map((visit) => ({ visitId: visit.id, outcome })),
    open: [await acknowledgement(context, review, view)],
    audit: [{ action: 'result.resumed', object: review.id, after: { appeal: outcome, endsAt: view.endsAt } }],
  };
}
