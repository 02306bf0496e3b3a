import { ReturnReview } from '@fairmark/contracts/cycles';
import { hrErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { recordHrAct } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { openVisits } from '@fairmark/persistence/process';
import { refuse, type DecisionContext } from '../processes/index.js';
import { leadingTo } from '../reviews/enter.js';
import { loadReview } from '../reviews/review.js';
import { enterScoring } from '../scoring/index.js';
import { enterSelfReview } from '../selfReview/enter.js';
import { concerned } from './concerned.js';

/** From where a review may be returned to a step. */
const FROM = { selfReview: 'scoring', scoring: 'calibration' } as const;

/** HR sends a review one phase back: new visits with clocks of their own; what was written stays readable, and nobody's score is touched. */
export async function returnToStep(context: DecisionContext): Promise<Transition> {
  const { tx, process, actorId, now } = context;
  const { step, reason } = ReturnReview.parse(context.body);
  const review = await loadReview(tx, process.refId);
  if (process.step !== FROM[step]) refuse(hrErrors.notReturnable, { step: process.step, from: FROM[step] });
  if (step === 'scoring') await leaveSession(context, review.id);
  const visits = await openVisits(tx, process.workflowId);
  await recordHrAct(tx, { cycleId: review.cycleId, reviewId: review.id, act: 'returnToStep', actorId, reason, detail: { from: process.step, to: step }, at: now });
  const transition: Transition = {
    outcome: 'returned', details: { step },
    close: visits.map((visit) => ({ visitId: visit.id, outcome: 'returnedByHr', by: actorId })),
    notices: await concerned(tx, review, visits, 'hr.returned'),
    audit: [{ action: 'hr.returned', object: review.id, before: { step: process.step }, after: { step }, texts: { reason: { body: reason, ownerId: review.employeeId } } }],
  };
  return leadingTo(transition, await (step === 'scoring' ? enterScoring(context, review) : enterSelfReview(context, review)));
}

/** The session shows the person as not yet scored; one that is signed off cannot be gone back behind. */
async function leaveSession({ tx }: DecisionContext, reviewId: string): Promise<void> {
  const signedOff = await tx.one(sql`select 1 from calibration_subjects s join calibration_sessions c on c.id = s.session_id where s.review_id = ${reviewId} and c.state = 'signedOff'`);
  if (signedOff) refuse(hrErrors.notReturnable, { signedOff: true });
  await tx.run(sql`update calibration_subjects set state = 'unscored' where review_id = ${reviewId}`);
}
