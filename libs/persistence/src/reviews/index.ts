export { draftOf, dropDraft, saveDraft, type Draft } from './drafts.js';
