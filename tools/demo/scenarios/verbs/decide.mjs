import { Refused } from '../../driver/person.mjs';
import { resolve } from '../resolve.mjs';
import { goals } from './goals.mjs';
import { visitFor } from './visits.mjs';

/** Bodies that a scenario names instead of writing them down. */
const NAMED = { goals };

/**
 * Somebody acts. A refusal is an answer like any other; it stands in the log.
 * @param {import('../play.mjs').Play} play @param {import('../statements.mjs').Row} row
 */
export async function decide(play, row, as) {
  const { cast, approvalId } = play;
  const json = typeof row.body === 'string' ? NAMED[row.body](play) : resolve(row.body ?? {}, cast);
  const person = as(row.by);
  try {
    if (row.act === 'readCopy') await person.write('POST', `/api/approvals/${approvalId}/read`, {});
    else if (row.onCase) await person.act('approval', approvalId, row.act, json);
    else await person.decide(await visitFor(play, row), row.act, json);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}
