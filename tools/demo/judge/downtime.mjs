const GIVEN_BACK = `
  select c.from_due as "from", c.to_due as "to", (c.detail ->> 'seconds')::int as seconds, (select min(e.at) from approval_entries e where e.approval_id = v.approval_id and e.what = 'timeout') as acted
  from deadline_changes c join visits v on v.id = c.visit_id where v.approval_id = $1::uuid and c.cause = 'downtime' order by c.at`;

/** The record has whole seconds, the deadline thousandths. */
const WHOLE_SECOND_MS = 1_000;

/**
 * Of a scenario in which nobody could act for a while: the record shows that the time was given back, and the deadline acted only after it.
 * @param {{ scenario: unknown, approvalId: string, read: import('../check/facts.mjs').Read }} of @returns {AsyncGenerator<string>}
 */
export async function* downtimeFaults({ scenario, approvalId, read }) {
  if (!scenario.course.some((row) => row.downtime)) return;
  const given = await read(GIVEN_BACK, [approvalId]);
  if (given.length !== 1) return yield `time was given back ${given.length} times`;
  const [{ from, to, seconds, acted }] = given;
  if (seconds <= 0 || Math.abs(to.getTime() - from.getTime() - seconds * 1_000) > WHOLE_SECOND_MS) yield `${seconds} s are recorded, the deadline moved from ${from.toISOString()} to ${to.toISOString()}`;
  if (acted === null || acted < to) yield 'the deadline acted before the time that was given back was over';
}
