export { employeeReviewWorkflow } from './employeeReview.js';
