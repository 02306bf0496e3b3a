import type { PayrollFileLine } from '@fairmark/domain/rewards';
import { sql, type Executor } from '../database/index.js';
import { rewardInputs } from './inputs.js';
import { settleInput } from './lines.js';

/** A line as payroll gets it, with the review that it comes from. */
export interface PayrollRow extends PayrollFileLine {
  reviewId: string;
}

/**
 * Everything of a cycle for payroll: first what is due by now gets its line, then all lines are given out. The same line has the same key in every export, so
 * that payroll can take a file twice; `departmentIds` null is everybody.
 */
export async function exportPayroll(tx: Executor, cycleId: string, departmentIds: readonly string[] | null, now: string): Promise<PayrollRow[]> {
  const inScope = departmentIds === null ? sql`true` : sql`r.department_id = any(${[...departmentIds]}::uuid[])`;
  for (const input of await rewardInputs(tx, sql`r.cycle_id = ${cycleId} and r.published_at <= ${now} and ${inScope}`)) await settleInput(tx, input, 'export', now);
  await tx.run(sql`update rewards w set exported_at = ${now} from reviews r where r.id = w.review_id and r.cycle_id = ${cycleId} and ${inScope} and w.exported_at is null`);
  return tx.all(sql<PayrollRow>`
    select w.export_key as key, w.review_id as "reviewId", e.number, e.name, w.kind, w.amount_cents::float8 as cents, w.held, w.exported_at as "exportedAt"
    from rewards w join reviews r on r.id = w.review_id join employees e on e.id = r.employee_id where r.cycle_id = ${cycleId} and ${inScope} order by e.number, w.no`);
}
