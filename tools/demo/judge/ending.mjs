import { pagesOf } from './page.mjs';

const PROCESS = 'select p.workflow_id as "workflowId", p.kind, p.state, p.outcome, a.outcome as decided, a.finished_at is not null as finished from approval_instances a join processes p on p.workflow_id = a.workflow_id where a.id = $1::uuid';

/** What became of a plan version by the outcome of its case. */
const PLAN = `select v.approval_state as state from approval_requests q join plan_versions v on v.id = (q.about ->> 'planVersionId')::uuid where q.id = $1::uuid`;
/** How the case is held that nobody decided, because the step around it began again. */
const DECIDED = { ended: 'planMoved' };
const PLAN_STATE = { approved: 'approved', rejected: 'rejected', withdrawn: 'none' };

/**
 * How the case ended: on everybody's page, in PostgreSQL, and in the workflow.
 * @param {{ ends: string, last: import('./witness.mjs').Seen, approvalId: string, read: import('../check/facts.mjs').Read, temporal: import('../check/facts.mjs').Behind }} of @returns {AsyncGenerator<string>}
 */
export async function* endingFaults({ ends, last, approvalId, read, temporal }) {
  for (const { as, page } of pagesOf(last)) if (page.state !== ends) yield `${as} reads that it is ${page.state}, stated is ${ends}`;
  const [row] = await read(PROCESS, [approvalId]);
  if (!row) return yield 'PostgreSQL holds no such case';
  if (row.decided !== (DECIDED[ends] ?? ends)) yield `PostgreSQL holds ${row.decided ?? 'no outcome'}, stated is ${ends}`;
  if (row.kind !== 'approval') return;
  const [plan] = await read(PLAN, [approvalId]);
  if (plan && plan.state !== PLAN_STATE[ends]) yield `the plan version is ${plan.state}, stated is that the case was ${ends}`;
  const stand = await temporal.stand(row.workflowId);
  if (row.state !== 'closed' || stand?.status !== 'COMPLETED' || stand.result !== ends) yield `the process is ${row.state} as ${row.outcome}, the workflow ${stand?.status ?? 'unknown'} as ${stand?.result}, stated is ${ends}`;
}
