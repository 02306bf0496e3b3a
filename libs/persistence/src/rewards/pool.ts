import { splitPool } from '@fairmark/domain/rewards';
import { sql, type Executor } from '../database/index.js';
import { amountOf, rewardInputs } from './inputs.js';

/**
 * Splits the team parts of results that are published together among the same people, once and for all: a later appeal changes the appellant's own part and
 * nobody else's share. A result published alone keeps its team part.
 */
export async function splitTeamPool(tx: Executor, reviewIds: readonly string[], now: string): Promise<void> {
  const inputs = await rewardInputs(tx, sql`r.id = any(${[...reviewIds]}::uuid[])`);
  const paid = inputs.flatMap((input) => {
    const amount = input.shadow ? null : amountOf(input);
    return amount ? [{ input, amount }] : [];
  });
  const pool = paid.reduce((sum, { amount }) => sum + amount.teamCents, 0);
  const split = paid[0]?.input.plan.reward.teamSplit;
  if (pool === 0 || !split) return;
  const shares = splitPool(pool, paid.map(({ input }) => ({ employeeId: input.employeeId, baseCents: input.baseCents ?? 0 })), split);
  for (const [index, { input }] of paid.entries())
    await tx.run(sql`
      insert into reward_pool_shares (review_id, cycle_id, department_id, cents, created_at)
      select r.id, r.cycle_id, r.department_id, ${shares[index]?.cents ?? 0}, ${now} from reviews r where r.id = ${input.reviewId} on conflict do nothing`);
}
