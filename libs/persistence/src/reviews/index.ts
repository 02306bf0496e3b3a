export { draftOf, dropDraft, saveDraft, type Draft } from './drafts.js';
export { askCollaborators, collaboratorCandidates, markMissing, recordAnswer, type CollaboratorCandidate } from './collaborators.js';
export { insertSelfReview, unknownEvidence } from './selfReviews.js';
