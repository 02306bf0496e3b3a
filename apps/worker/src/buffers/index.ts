import type { ReviewPart } from '../reviews/handlers.js';
import { endImprovement, recordCheckIn } from './improvement.js';
import { closeAfterOutcome, judge, sign } from './judge.js';
import { agreeToSupportPlan, objectToSupportPlan, submitSupportPlan } from './supportPlan.js';

export { enterBufferOrClose } from './enter.js';

/** Rules of the improvement buffer 缓冲期: support plan, consent, the window with its check-ins, judgement, signature. */
export const buffersPart: ReviewPart = {
  actions: {
    supportPlan: { submit: { by: 'assignee', run: submitSupportPlan } },
    supportPlanConsent: { accept: { by: 'assignee', run: agreeToSupportPlan }, object: { by: 'assignee', run: objectToSupportPlan } },
    improvement: { checkIn: { by: 'assignee', run: recordCheckIn } },
    improvementJudgement: { judge: { by: 'assignee', run: judge } },
    improvementSignature: { sign: { by: 'assignee', run: sign } },
    bufferOutcome: { acknowledge: { by: 'assignee', run: closeAfterOutcome, evenAfterLeaving: true } },
  },
  expire: { improvement: endImprovement, bufferOutcome: closeAfterOutcome },
  events: {},
};
