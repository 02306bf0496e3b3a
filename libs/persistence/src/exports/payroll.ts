import { workflowId } from '@fairmark/contracts/process';
import { payrollFile } from '@fairmark/domain/rewards';
import { appendAudit } from '../audit/index.js';
import { recordViewed } from '../calibration/index.js';
import { sql, type Executor } from '../database/index.js';
import { departmentsInScope } from '../identity/index.js';
import { exportPayroll } from '../rewards/index.js';

/** The file for payroll, inside the departments of HR who asks. Reading so many results is recorded, person by person. */
export async function payrollExport(tx: Executor, { cycleId, actorId, now }: { cycleId: string; actorId: string; now: string }): Promise<string> {
  const lines = await exportPayroll(tx, cycleId, await departmentsInScope(tx, actorId, 'hr'), now);
  await recordViewed(tx, actorId, lines.map((line) => line.reviewId), 'payroll', 'hr');
  await appendAudit(tx, workflowId.cycle(cycleId), { actorId }, now, [{ action: 'rewards.exported', object: cycleId, after: { lines: lines.length } }]);
  return payrollFile(lines);
}

/** How many people of a cycle such a file would have now, at most. */
export async function payrollSize(read: Executor, cycleId: string, actorId: string): Promise<number> {
  const departments = await departmentsInScope(read, actorId, 'hr');
  const inScope = departments === null ? sql`true` : sql`department_id = any(${departments}::uuid[])`;
  return (await read.one(sql<{ n: number }>`select count(*)::integer as n from reviews where cycle_id = ${cycleId} and published_at <= now() and ${inScope}`))?.n ?? 0;
}
