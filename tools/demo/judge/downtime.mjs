const GIVEN_BACK = `
  select v.opened_at as opened, v.base_due_at as due, v.downtime_seconds as seconds, (select min(e.at) from approval_entries e where e.approval_id = $1::uuid and e.what = 'timeout' and e.visit_id = v.id) as acted
  from visits v where v.approval_id = $1::uuid order by v.opened_at limit 1`;

/**
 * Of a scenario in which nobody could act for a while: the time was given back, and the deadline acted only after it.
 * @param {{ scenario: any, approvalId: string, read: import('../check/facts.mjs').Read }} of @returns {AsyncGenerator<string>}
 */
export async function* downtimeFaults({ scenario, approvalId, read }) {
  if (!scenario.course.some((row) => row.downtime)) return;
  const [visit] = await read(GIVEN_BACK, [approvalId]);
  if (!visit || visit.seconds <= 0) return yield 'no time was given back';
  if (visit.acted && visit.acted.getTime() < visit.opened.getTime() + visit.seconds * 1_000) yield 'the deadline acted before the time was given back';
}
