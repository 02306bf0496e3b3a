import { EFFECTS } from './effects.mjs';
import { named } from './facts.mjs';

const violation = named('decisionAppliedTwice');
const keyOf = ({ workflowId, actorId }) => `${workflowId} ${actorId}`;

/**
 * Every decision leaves one row behind, never two: rows are counted against the decisions that were applied.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function decisionAppliedTwice({ read, cycleId }) {
  const found = [];
  for (const { name, rows, decisions } of EFFECTS) {
    const applied = new Map((await read(decisions)).map((row) => [keyOf(row), row.n]));
    for (const row of await read(rows, [cycleId])) if (row.n > (applied.get(keyOf(row)) ?? 0)) found.push(violation(`${name}: ${row.n} rows of ${row.actorId} in ${row.workflowId}, ${applied.get(keyOf(row)) ?? 0} decisions`));
  }
  const keys = await read('select idempotency_key as key, actor_id as "actorId", count(*)::int as n from commands group by 1, 2 having count(*) > 1');
  return [...found, ...keys.map(({ key, actorId, n }) => violation(`key ${key} of ${actorId} was recorded ${n} times`))];
}
