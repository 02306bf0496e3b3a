export { askCollaborators, collaboratorCandidates, markMissing, recordAnswer, type CollaboratorCandidate } from './collaborators.js';
export { draftOf, dropDraft, saveDraft, type Draft } from './drafts.js';
export { developmentActions, formerReview, type FormerReview } from './former.js';
export { reviewHead, type ReviewHead } from './head.js';
export { ownReviews, teamReviews } from './lists.js';
export { checkInsOf, collaborationOf, goalStatesOf, selfReviewOf } from './parts.js';
export { resultOf } from './result.js';
export { insertSelfReview, unknownEvidence } from './selfReviews.js';
export { commentsOf, ownTasks, timelineOf, type OwnTask } from './timeline.js';
