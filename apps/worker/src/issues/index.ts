export { issueAnswer } from './answer.js';
export { issueReported } from './reported.js';
export { deliverAnonymous, startIssueDelivery } from './delivery.js';
