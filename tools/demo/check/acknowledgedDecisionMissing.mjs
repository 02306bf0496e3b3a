import { createHash } from 'node:crypto';
import { acknowledged, named } from './facts.mjs';

const violation = named('acknowledgedDecisionMissing');

/** The id under which a decision travels, made again from its parts. */
const updateId = ({ actorId, action, workflowId, visitId, key }) => createHash('sha256').update(JSON.stringify([actorId, action, workflowId, visitId, key])).digest('hex');

/**
 * Whoever was told that a decision was applied finds it in PostgreSQL, with the same outcome, and in the history of its workflow.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function acknowledgedDecisionMissing(facts) {
  const decisions = acknowledged(facts);
  const rows = await facts.read(
    'select c.idempotency_key as key, c.actor_id as "actorId", c.workflow_id as "workflowId", c.visit_id as "visitId", c.action, c.state, c.answer->>\'outcome\' as outcome from commands c where c.idempotency_key = any($1::uuid[])',
    [decisions.map(({ key }) => key)],
  );
  const byKey = new Map(rows.map((row) => [`${row.actorId} ${row.key}`, row]));
  const found = [];
  for (const decision of decisions) {
    const row = byKey.get(`${decision.actorId} ${decision.key}`);
    if (!row || row.state !== 'applied') found.push(violation(`${decision.path} was acknowledged but is ${row?.state ?? 'not recorded'}`));
    else if (row.action !== decision.action || row.outcome !== decision.outcome) found.push(violation(`${decision.path} was answered as ${decision.outcome}, recorded as ${row.action} ${row.outcome}`));
    else if (!(await facts.temporal.history(row.workflowId)).updateIds.has(updateId({ ...row, visitId: row.visitId }))) found.push(violation(`${decision.path} is not in the history of ${row.workflowId}`));
  }
  return found;
}
