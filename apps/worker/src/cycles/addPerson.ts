import { AddToCycle } from '@fairmark/contracts/cycles';
import { CycleErrors, processErrors } from '@fairmark/contracts/errors';
import { workflowId } from '@fairmark/contracts/process';
import { mayLaunch } from '@fairmark/domain/cycles';
import type { Transition } from '@fairmark/domain/process';
import { assertInScope, createReviews, lockCycle, lockPlanLine, recordHrAct, runPreflight } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { refuse, type DecisionContext } from '../processes/index.js';

/** A late joiner comes into a running cycle, checked like everybody at the launch. */
export async function addPerson(context: DecisionContext): Promise<Transition> {
  const { tx, process, actorId, now } = context;
  const { employeeId, reason } = AddToCycle.parse(context.body);
  if (employeeId === actorId) refuse(processErrors.actorIsSubject);
  const cycle = await lockCycle(tx, process.refId);
  if (cycle?.state !== 'running') return refuse(CycleErrors.notRunning, { state: cycle?.state ?? null });
  await lockPlanLine(tx, cycle.planId);
  // The plan was checked when it was frozen; lengths of seconds in it were allowed then.
  const { people, findings } = await runPreflight(tx, cycle, { now, allowSeconds: true, only: [employeeId] });
  const concerning = findings.filter((finding) => finding.employeeId === employeeId || finding.code === CycleErrors.populationEmpty);
  if (!mayLaunch(concerning)) refuse(CycleErrors.preflightBlocking, { codes: [...new Set(concerning.filter((finding) => finding.severity === 'blocking').map((finding) => finding.code))] });
  await assertInScope(tx, actorId, people.map((person) => person.departmentId));
  const added = await tx.run(sql`insert into cycle_people (cycle_id, employee_id, late, added_by, added_at) values (${cycle.id}, ${employeeId}, true, ${actorId}, ${now}) on conflict do nothing`);
  if (added === 0) refuse(CycleErrors.personAlreadyIn);
  await tx.run(sql`update cycles set review_count = review_count + 1 where id = ${cycle.id}`);
  await createReviews(tx, cycle, [employeeId], now);
  const review = await tx.one(sql<{ id: string }>`select id from reviews where workflow_id = ${workflowId.review(cycle.id, employeeId)}`);
  await recordHrAct(tx, { cycleId: cycle.id, reviewId: review?.id ?? null, act: 'addPerson', actorId, reason, at: now });
  return {
    outcome: 'added', details: { reviewId: review?.id ?? null },
    audit: [{ action: 'cycle.personAdded', object: review?.id ?? cycle.id, after: { employeeId }, texts: { reason: { body: reason, ownerId: employeeId } } }],
  };
}
