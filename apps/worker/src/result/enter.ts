import type { Enter } from '../reviews/enter.js';

/** The review waits until HR publishes the department's results. */
export const enterPublication: Enter = async (_context, review) => ({
  step: 'publication',
  open: [{ step: 'publication', assignees: [], subjectId: review.employeeId, deadline: null, timeout: 'none' }],
});

/** The result is published: the person acknowledges it, the manager holds the interview. */
export const enterResult: Enter = async (_context, review) => ({
  step: 'result',
  open: [{ step: 'acknowledgement', assignees: [{ employeeId: review.employeeId, why: 'subject' }], subjectId: review.employeeId, deadline: null, timeout: 'moveOn' }],
});
