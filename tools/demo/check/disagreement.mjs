import { named, WORKFLOWS } from './facts.mjs';

const violation = named('disagreement');

const PROCESSES = `
  select p.workflow_id as "workflowId", p.kind, p.state, p.step, p.outcome, r.state as review, c.state as cycle,
    array(select v.id::text from visits v where v.workflow_id = p.workflow_id and v.state = 'open' order by 1) as visits
  from ${WORKFLOWS} w join processes p on p.workflow_id = w.id left join reviews r on r.workflow_id = p.workflow_id left join cycles c on p.workflow_id = 'cycle/' || c.id`;
const LOST = `
  select 'command ' || update_id || ' is ' || state as what from commands where workflow_id in ${WORKFLOWS} and (state = 'pending' or confirmed_at is null)
  union all select 'event ' || name || ' for ' || workflow_id || ' waits' from process_events where workflow_id in ${WORKFLOWS} and state = 'pending'
  union all select 'process ' || id || ' is missing' from ${WORKFLOWS} w where not exists (select from processes p where p.workflow_id = w.id)`;

function* faultsOf(row, stand) {
  if (!stand) return yield 'is unknown to Temporal';
  if (row.state === 'closed') {
    if (stand.status !== 'COMPLETED') yield `is closed, the workflow ${stand.status}`;
    else if (stand.result !== row.outcome) yield `ended as ${row.outcome}, the workflow as ${stand.result}`;
    return;
  }
  if (stand.status !== 'RUNNING') return yield `is open, the workflow ${stand.status}`;
  const known = (stand.position?.visits ?? []).map(({ visitId }) => visitId).sort();
  if (stand.position?.step !== row.step || known.join() !== row.visits.join()) yield `stands in ${row.step} with ${row.visits.length} visits, the workflow in ${stand.position?.step} with ${known.length}`;
}

/** What the row of the process says against the row of its matter. */
function* faultsOfMatter({ kind, state, review, cycle }) {
  if (kind === 'review' && (state === 'closed') !== (review === 'closed' || review === 'cancelled')) yield `is ${state}, the review ${review}`;
  if (kind === 'cycle' && (state === 'closed') !== (cycle === 'closed' || cycle === 'cancelled')) yield `is ${state}, the cycle ${cycle}`;
}

/**
 * PostgreSQL and Temporal say the same about every process, and nothing is on its way for ever.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function disagreement({ read, cycleId, temporal }) {
  const found = (await read(LOST, [cycleId])).map(({ what }) => violation(what));
  for (const row of await read(PROCESSES, [cycleId])) {
    const stand = await temporal.stand(row.workflowId);
    found.push(...[...faultsOf(row, stand), ...faultsOfMatter(row)].map((fault) => violation(`${row.workflowId} ${fault}`)));
  }
  return found;
}
