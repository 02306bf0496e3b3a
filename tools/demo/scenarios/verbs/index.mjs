import { change } from './change.mjs';
import { decide } from './decide.mjs';
import { delegate, delegationOver, endDelegation } from './delegate.mjs';
import { downtime } from './downtime.mjs';
import { movePlan, takeMoveBack } from './movePlan.mjs';
import { pause } from './pause.mjs';
import { submit } from './submit.mjs';
import { together } from './together.mjs';
import { waitForDeadline } from './wait.mjs';

/** What is done in a row, by the word in it. */
const VERBS = { submit, together, change, delegate, ends: endDelegation, delegationOver, waits: waitForDeadline, pause, downtime, movePlan, takeMoveBack, act: decide };

/** @param {import('../statements.mjs').Row} row */
export function verbOf(row) {
  const [word] = Object.keys(VERBS).filter((one) => row[one] !== undefined);
  if (!word) throw new Error('a row says nothing that could be done');
  return VERBS[word];
}
