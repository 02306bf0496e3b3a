import { sql, type Executor } from '../database/index.js';
import { amountOf, rewardInputs } from './inputs.js';

/** Cost of a department's results, own and team parts together. */
export interface DepartmentCost {
  costCents: number;
  /** Results that would pay but have no imported base. */
  withoutBase: number;
}

/** Cost by department of everybody in the cycle who has a rating. */
export async function costByDepartment(read: Executor, cycleId: string): Promise<Map<string, DepartmentCost>> {
  const costs = new Map<string, DepartmentCost>();
  for (const input of await rewardInputs(read, sql`r.cycle_id = ${cycleId}`)) {
    const cost = costs.get(input.departmentId) ?? { costCents: 0, withoutBase: 0 };
    costs.set(input.departmentId, cost);
    const amount = amountOf(input);
    if (amount) cost.costCents += amount.fullCents;
    else if (input.band !== null && input.baseCents === null) cost.withoutBase += 1;
  }
  return costs;
}

/** What may be spent in the cycle; null while nothing was set. */
export async function budgetOf(read: Executor, cycleId: string): Promise<number | null> {
  return (await read.one(sql<{ cents: number }>`select budget_cents::float8 as cents from cycle_budgets where cycle_id = ${cycleId}`))?.cents ?? null;
}

export async function setBudget(tx: Executor, cycleId: string, budgetCents: number): Promise<void> {
  await tx.run(sql`insert into cycle_budgets (cycle_id, budget_cents) values (${cycleId}, ${budgetCents}) on conflict (cycle_id) do update set budget_cents = excluded.budget_cents`);
}
