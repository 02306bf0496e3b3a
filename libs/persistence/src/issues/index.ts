export { closeIssue, addIssue, answerIssue, issueForAnswer, takeAnonymous, type NewIssue } from './write.js';
export { issueByCode, issuePage, issueRollouts, ownIssues } from './read.js';
export { openIssues } from './measures.js';
