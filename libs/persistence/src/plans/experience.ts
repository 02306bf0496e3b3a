import type { PlanExperience } from '@fairmark/contracts/plans';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';

/** Records cycles that people completed under a plan before they were kept here. People who are not known are left out of the answered number. */
export async function recordExperience(tx: Executor, planId: string, { people, reason }: PlanExperience, actorId: string): Promise<number> {
  const recorded = await tx.run(sql`
    insert into plan_experience (plan_id, employee_id, cycles, reason, recorded_by)
    select ${planId}::uuid, e.id, r.cycles, ${reason}, ${actorId}::uuid from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as r("employeeId" uuid, cycles integer) join employees e on e.id = r."employeeId"
    on conflict (plan_id, employee_id) do update set cycles = excluded.cycles, reason = excluded.reason, recorded_by = excluded.recorded_by, recorded_at = now()`);
  await appendAudit(tx, `plan/${planId}`, { actorId }, new Date().toISOString(), [{ action: 'plan.experienceRecorded', object: planId, after: { people: recorded }, texts: { reason: { body: reason, ownerId: actorId } } }]);
  return recorded;
}
