const PLAN = `
  select r.plan_version_id <> c.plan_version_id as moved, coalesce((select bool_and(i.state <> 'pending') from plan_move_items i where i.review_id = r.id), true) as told
  from approval_instances a join reviews r on r.workflow_id = a.workflow_id join cycles c on c.id = r.cycle_id where a.id = $1::uuid`;

/**
 * Under which version of its plan the review of a scenario ends.
 * @param {{ scenario: { plan?: 'moved' | 'kept' }, approvalId: string, read: import('../check/facts.mjs').Read }} of @returns {AsyncGenerator<string>}
 */
export async function* planFaults({ scenario, approvalId, read }) {
  if (!scenario.plan) return;
  const [row] = await read(PLAN, [approvalId]);
  if (!row) return yield 'PostgreSQL holds no review of the case';
  if (!row.told) yield 'the review was never told of a move';
  if (row.moved !== (scenario.plan === 'moved')) yield `the review ${row.moved ? 'runs under another version' : 'has kept its version'}, stated is ${scenario.plan}`;
}
