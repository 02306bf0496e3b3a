import { addBefore } from './book/addBefore.mjs';
import { approve } from './book/approve.mjs';
import { reject } from './book/reject.mjs';

/** Every scenario, in the order of the table. @type {import('./statements.mjs').Scenario[]} */
export const SCENARIOS = [approve, reject, addBefore];
