export { acceptanceEvents, recordAct, type NewResultAct, type ResultAct } from './acts.js';
export { acceptanceOf, type AcceptanceSubject } from './acceptance.js';
export { interviewOf } from './interview.js';
export { acknowledgementVisit, ratingsOf } from './ratings.js';
