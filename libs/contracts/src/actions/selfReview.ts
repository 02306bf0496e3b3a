import { CollaboratorAnswer, NameCollaborators, RefuseCollaborators, SelfReview } from '../reviews/index.js';
import type { StepActions } from './registry.js';

/** Actions of self-review and collaborator input. */
export const selfReviewActions: StepActions = {
  selfReview: { submit: SelfReview, proposeCollaborators: NameCollaborators },
  collaborators: { confirm: NameCollaborators, return: RefuseCollaborators },
  collaboratorInput: { answer: CollaboratorAnswer },
};
