import { confirmCorrection, requestCorrection } from '../calibration/correction.js';
import type { ReviewPart } from '../reviews/handlers.js';
import { accept, endWindow, revoke, seen } from './acknowledge.js';
import { confirm, isHrOfReview, leaveUnanswered, record, waive } from './interview.js';
import { calibrationSignedOff, publicationDue, publicationScheduled } from './publication.js';

export { mustBeNext } from './acknowledge.js';
export { enterPublication, enterResult } from './enter.js';
export { finalise } from './finalise.js';
export { resumeAfterAppeal } from './resume.js';

/** Rules of publication, acknowledgement, interview, and the correction of a clerical error. An appeal is filed on the acknowledgement by the feature of appeals. */
export const resultPart: ReviewPart = {
  actions: {
    acknowledgement: {
      seen: { by: 'assignee', run: seen, evenAfterLeaving: true },
      accept: { by: 'assignee', run: accept, evenAfterLeaving: true },
      revoke: { by: 'assignee', run: revoke, evenAfterLeaving: true },
    },
    interview: { record: { by: 'assignee', run: record } },
    interviewConfirmation: { confirm: { by: 'assignee', run: confirm, evenAfterLeaving: true } },
    process: {
      waiveInterview: { by: isHrOfReview, run: waive },
      requestCorrection: { by: async () => true, run: requestCorrection },
      confirmCorrection: { by: async () => true, run: confirmCorrection },
    },
  },
  expire: { publication: publicationDue, acknowledgement: endWindow, interviewConfirmation: leaveUnanswered },
  events: { calibrationSignedOff, publicationScheduled },
};
