import { duePayrollLine, type PayrollLine } from '@fairmark/domain/rewards';
import { sql, type Executor } from '../database/index.js';
import { amountOf, rewardInputs, type RewardInput } from './inputs.js';

/** Why a line was written: the result became final, payroll was exported before that, or the outcome of its improvement buffer became final. */
export type LineReason = 'final' | 'export' | 'buffer';

/** Writes what is due for a result and not yet in a line: the full reward once, afterwards only differences. Answers the new line's amount, null when there is none. */
export async function settleReward(tx: Executor, reviewId: string, reason: LineReason, now: string): Promise<number | null> {
  const [input] = await rewardInputs(tx, sql`r.id = ${reviewId}`);
  return input ? settleInput(tx, input, reason, now) : null;
}

/** The same for a result whose inputs were read already. */
export async function settleInput(tx: Executor, input: RewardInput, reason: LineReason, now: string): Promise<number | null> {
  const amount = amountOf(input);
  if (!amount) return null;
  const lines = await tx.all(sql<PayrollLine>`select export_key as key, kind, amount_cents::float8 as cents from rewards where review_id = ${input.reviewId} order by no`);
  const line = duePayrollLine(input.reviewId, lines, amount.ownCents + (input.poolCents ?? 0), input.held);
  if (!line) return null;
  await tx.run(sql`
    insert into rewards (review_id, no, kind, amount_cents, base_cents, coefficient_bp, eligible_days, period_days, reason, rating_id, held, export_key, created_at)
    values (${input.reviewId}, ${lines.length + 1}, ${line.kind}, ${line.cents}, ${input.baseCents}, ${amount.coefficientBp}, ${input.eligibleDays}, ${input.periodDays}, ${reason}, ${input.ratingId}, ${input.held}, ${line.key}, ${now})
    on conflict do nothing`);
  return line.cents;
}
