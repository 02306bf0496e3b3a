import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const PARTS = ['api', 'worker'];
/** How long nobody can act, and how long that is taken to have been: only gaps of more than a quarter of an hour are given back. */
const STANDS_STILL_MS = 8_000;
const TAKEN_FOR = '20 minutes';

/**
 * API and worker stand still and are killed; the supervisor brings them back. So that nobody has to wait for a quarter of an hour, their last signs of life are
 * set back while they stand still.
 * @param {import('../play.mjs').Play} play
 */
export async function downtime({ stage: { processes, databaseUrl } }) {
  if (!processes) throw new Error('only a throw-away stack may be killed');
  await processes.freeze(PARTS);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('update heartbeats set at = at - $1::interval', [TAKEN_FOR]);
  await client.end();
  await sleep(STANDS_STILL_MS);
  await processes.killAndWait(PARTS);
}
