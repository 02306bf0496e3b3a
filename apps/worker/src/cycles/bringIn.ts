import { CycleErrors } from '@fairmark/contracts/errors';
import { workflowId } from '@fairmark/contracts/process';
import { mayLaunch } from '@fairmark/domain/cycles';
import { assertInScope, createReviews, lockPlanLine, runPreflight, type CycleRow } from '@fairmark/persistence/cycles';
import { sql, type Executor } from '@fairmark/persistence/database';

/** What became of it: the review, or codes of what forbids it; `already`: the person is in the cycle. */
export type BroughtIn = { is: 'added'; reviewId: string | null } | { is: 'blocked'; codes: string[] } | { is: 'already' };

/**
 * Brings a late joiner into a running cycle that the caller has locked, checked like everybody at the launch; days before they came are not theirs. Once per person.
 * @param by HR who adds the person, inside their scope; null when a change of the organisation does
 */
export async function bringIn(tx: Executor, cycle: CycleRow, employeeId: string, { by, now }: { by: string | null; now: string }): Promise<BroughtIn> {
  await lockPlanLine(tx, cycle.planId);
  // The plan was checked when it was frozen; lengths of seconds in it were allowed then.
  const { people, findings } = await runPreflight(tx, cycle, { now, allowSeconds: true, only: [employeeId] });
  const concerning = findings.filter((finding) => finding.employeeId === employeeId || finding.code === CycleErrors.populationEmpty);
  if (!mayLaunch(concerning)) return { is: 'blocked', codes: [...new Set(concerning.filter((finding) => finding.severity === 'blocking').map((finding) => finding.code))] };
  if (by) await assertInScope(tx, by, people.map((person) => person.departmentId));
  const added = await tx.run(sql`insert into cycle_people (cycle_id, employee_id, late, added_by, added_at) values (${cycle.id}, ${employeeId}, true, ${by}::uuid, ${now}) on conflict do nothing`);
  if (added === 0) return { is: 'already' };
  await tx.run(sql`update cycles set review_count = review_count + 1 where id = ${cycle.id}`);
  await createReviews(tx, cycle, [employeeId], now);
  const review = await tx.one(sql<{ id: string }>`select id from reviews where workflow_id = ${workflowId.review(cycle.id, employeeId)}`);
  return { is: 'added', reviewId: review?.id ?? null };
}
