import { timingOf } from '../reviews/deadlines.js';
import type { Enter } from '../reviews/enter.js';

/** The period is over: the employee writes the self-review. */
export const enterSelfReview: Enter = async ({ tx, now }, review) => ({
  step: 'selfReview',
  open: [
    {
      step: 'selfReview', assignees: [{ employeeId: review.employeeId, why: 'subject' }], subjectId: review.employeeId,
      ...(await timingOf(tx, review, 'selfReview', review.employeeId, now, 'selfReview')),
    },
  ],
});
