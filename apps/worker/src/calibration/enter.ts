import type { Enter } from '../reviews/enter.js';

/** The review waits for its department's session. */
export const enterCalibration: Enter = async (_context, review) => ({
  step: 'calibration',
  open: [{ step: 'calibration', assignees: [], subjectId: review.employeeId, deadline: null, timeout: 'none' }],
});
