export { acceptanceEvents, recordAct, type NewResultAct, type ResultAct } from './acts.js';
export { acceptanceOf, type AcceptanceSubject } from './acceptance.js';
