/**
 * @typedef {{ name: string, detail: string }} Violation
 * @typedef {(query: string, values?: unknown[]) => Promise<any[]>} Read plain SQL
 * @typedef {object} Behind what the Temporal server knows
 * @property {(workflowId: string) => Promise<{ status: string, result: unknown, position: unknown } | undefined>} stand
 * @property {(workflowId: string) => Promise<{ events: number, updateIds: Set<string> }>} history over all runs of a workflow
 * @typedef {object} Facts all that the checker looks at
 * @property {string} cycleId @property {import('../driver/log.mjs').Exchange[]} exchanges the driver's own log
 * @property {Read} read @property {Behind} temporal
 */

/** One violation of a class. @param {string} name @returns {(detail: string) => Violation} */
export const named = (name) => (detail) => ({ name, detail });

/** Workflow ids of a cycle: the cycle, its reviews, its sessions, its appeals, approvals about its reviews, and of plan versions. `$1` is the cycle. */
export const WORKFLOWS = `(
  select 'cycle/' || $1::text as id
  union select workflow_id from reviews where cycle_id = $1::uuid
  union select workflow_id from calibration_sessions where cycle_id = $1::uuid
  union select a.workflow_id from appeals a join reviews r on r.id = a.review_id where r.cycle_id = $1::uuid
  union select 'approval/' || q.id from approval_requests q join reviews r on r.workflow_id = q.about ->> 'workflowId' where r.cycle_id = $1::uuid
  union select 'approval/' || q.id from approval_requests q where q.purpose = 'planVersion')`;

/** Decisions that the servers said were applied, once per key. @param {Facts} facts */
export function acknowledged({ exchanges }) {
  const applied = exchanges.filter(({ key, status, answer }) => key && status === 200 && /** @type {any} */ (answer)?.status === 'applied');
  return [...new Map(applied.map((exchange) => [`${exchange.actorId} ${exchange.key}`, exchange])).values()].map((exchange) => {
    const [, , , ...rest] = exchange.path.split('/');
    const visitId = exchange.path.startsWith('/api/visits/') ? rest[0] : null;
    return { actorId: exchange.actorId, key: exchange.key, action: rest.at(-1) ?? '', visitId, outcome: /** @type {any} */ (exchange.answer).outcome, path: exchange.path };
  });
}
