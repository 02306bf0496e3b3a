import type { ReviewPart } from '../reviews/handlers.js';
import { collaboratorsExpired, confirmCollaborators, proposeCollaborators, returnCollaborators } from './collaborators.js';
import { answerAsCollaborator, inputExpired } from './input.js';
import { selfReviewExpired, submitSelfReview } from './submit.js';

/** Self-review and the input of collaborators, side by side. */
export const selfReviewPart: ReviewPart = {
  actions: {
    selfReview: { submit: { by: 'assignee', run: submitSelfReview }, proposeCollaborators: { by: 'assignee', run: proposeCollaborators } },
    collaborators: { confirm: { by: 'assignee', run: confirmCollaborators }, return: { by: 'assignee', run: returnCollaborators } },
    collaboratorInput: { answer: { by: 'assignee', run: answerAsCollaborator } },
  },
  expire: { selfReview: selfReviewExpired, collaborators: collaboratorsExpired, collaboratorInput: inputExpired },
  events: {},
};
