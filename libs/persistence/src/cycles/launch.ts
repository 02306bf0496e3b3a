import type { Finding } from '@fairmark/contracts/cycles';
import { CycleErrors } from '@fairmark/contracts/errors';
import { workflowId } from '@fairmark/contracts/process';
import { DomainError } from '@fairmark/domain/common';
import { mayLaunch } from '@fairmark/domain/cycles';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { freezeVersion } from '../plans/index.js';
import { startProcess } from '../process/index.js';
import { runPreflight } from './preflight.js';
import { lockCycle, lockPlanLine } from './rows.js';

export interface LaunchRequest {
  cycleId: string;
  actorId: string;
  expectedPeople: number;
  now: string;
  allowSeconds: boolean;
}

/**
 * Decides the launch: the people are written down, the plan version is frozen, the cycle's process starts and creates the reviews in pages. Nobody's
 * review exists yet when this returns. @throws DomainError when it is no draft, findings block, other people are concerned than were shown, or
 * people are outside the actor's scope
 */
export async function launchCycle(tx: Executor, request: LaunchRequest): Promise<number> {
  const { cycleId, actorId, expectedPeople, now, allowSeconds } = request;
  const cycle = await lockCycle(tx, cycleId);
  if (cycle?.state !== 'draft') throw new DomainError(CycleErrors.notDraft, { state: cycle?.state ?? null });
  await lockPlanLine(tx, cycle.planId);
  const { people, findings } = await runPreflight(tx, cycle, { now, allowSeconds });
  if (!mayLaunch(findings)) throw new DomainError(CycleErrors.preflightBlocking, countsOf(findings));
  if (people.length !== expectedPeople) throw new DomainError(CycleErrors.populationChanged, { expected: expectedPeople, found: people.length });
  await assertInScope(tx, actorId, [...new Set(people.map((person) => person.departmentId))]);
  await tx.run(sql`insert into cycle_people (cycle_id, employee_id) select ${cycleId}::uuid, unnest(${people.map((person) => person.employeeId)}::uuid[])`);
  await freezeVersion(tx, cycle.planVersionId, actorId, now);
  await tx.run(sql`update cycles set state = 'launching', launched_by = ${actorId}, launched_at = ${now}, review_count = ${people.length} where id = ${cycleId}`);
  await startProcess(tx, { kind: 'cycle', workflowId: workflowId.cycle(cycleId), refId: cycleId, step: 'opening' });
  await appendAudit(tx, workflowId.cycle(cycleId), { actorId }, now, [{ action: 'cycle.launchDecided', object: cycleId, after: { people: people.length, planVersionId: cycle.planVersionId, warnings: findings.length } }]);
  return people.length;
}

function countsOf(findings: readonly Finding[]): { blocking: number; codes: string[] } {
  const blocking = findings.filter((finding) => finding.severity === 'blocking');
  return { blocking: blocking.length, codes: [...new Set(blocking.map((finding) => finding.code))] };
}

/** HR launches only for departments of the own scope; the whole company is one. @throws DomainError `CYCLE.OUT_OF_SCOPE` */
export async function assertInScope(tx: Executor, actorId: string, departmentIds: readonly string[]): Promise<void> {
  const outside = await tx.all(sql<{ id: string }>`
    with recursive up as (
      select id as root, id, parent_id from departments where id = any(${[...departmentIds]}::uuid[]) union all select up.root, d.id, d.parent_id from up join departments d on d.id = up.parent_id)
    select distinct root as id from up where not exists (
      select from role_grants g where g.employee_id = ${actorId} and g.role = 'hr' and g.revoked_at is null and (g.department_id is null or g.department_id in (select inner_up.id from up inner_up where inner_up.root = up.root)))`);
  if (outside.length > 0) throw new DomainError(CycleErrors.outOfScope, { departmentIds: outside.map((row) => row.id) });
}
