export { ApiError } from './apiError.js';
export { problemOf } from './describe.js';
export { statusOf } from './statuses.js';
export { ProblemFilter } from './problem.filter.js';
export { ContractPipe } from './validation.pipe.js';
export { Answer, AnswerInterceptor } from './answer.js';
