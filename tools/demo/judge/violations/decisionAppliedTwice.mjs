import { named } from '../../check/facts.mjs';

const violation = named('decisionAppliedTwice');

/** The history has a line for each act that was applied, never two. Acts are counted by process and person. */
const LINES = `
  select a.workflow_id as "workflowId", e.what, e.actor_id as "actorId", count(*)::int as n from approval_entries e join approval_instances a on a.id = e.approval_id
  where e.actor_id is not null and e.what not in ('submitted', 'handOver') group by 1, 2, 3`;
const ACTS = `select workflow_id as "workflowId", action as what, actor_id as "actorId", count(*)::int as n from commands where state = 'applied' group by 1, 2, 3`;
const KEYS = 'select idempotency_key as key, actor_id as "actorId", count(*)::int as n from commands group by 1, 2 having count(*) > 1';
const TASKS = `select visit_id as "visitId", assignee_id as "personId", count(*)::int as n from tasks where state = 'open' group by 1, 2 having count(*) > 1`;

/** What a matter calls otherwise than the case: goals are handed in again by submitting them, and approved by editing them. */
const SAME = { submit: 'resubmit', edit: 'approve', decide: 'approve' };
const keyOf = ({ workflowId, what, actorId }) => `${workflowId} ${SAME[what] ?? what} ${actorId}`;

/** @param {import('../../check/facts.mjs').Facts} facts @returns {Promise<import('../../check/facts.mjs').Violation[]>} */
export async function decisionAppliedTwice({ read }) {
  const acts = new Map();
  for (const row of await read(ACTS)) acts.set(keyOf(row), (acts.get(keyOf(row)) ?? 0) + row.n);
  const lines = (await read(LINES)).filter((row) => row.n > (acts.get(keyOf(row)) ?? 0)).map((row) => violation(`${row.what} of ${row.actorId} stands ${row.n} times in ${row.workflowId}, applied was it ${acts.get(keyOf(row)) ?? 0} times`));
  const keys = (await read(KEYS)).map(({ key, actorId, n }) => violation(`key ${key} of ${actorId} was recorded ${n} times`));
  return [...lines, ...keys, ...(await read(TASKS)).map(({ visitId, personId }) => violation(`${personId} has visit ${visitId} twice`))];
}
