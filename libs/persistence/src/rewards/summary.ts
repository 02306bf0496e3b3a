import type { RewardSummary } from '@fairmark/contracts/rewards';
import { sql, type Executor } from '../database/index.js';
import { budgetOf, costByDepartment } from './cost.js';

type Counts = Pick<RewardSummary, 'bases' | 'people' | 'lines' | 'exportedLines' | 'lastExportAt'>;

/** Totals of a cycle's rewards, no names. */
export async function rewardSummary(read: Executor, cycleId: string): Promise<RewardSummary> {
  const counts = await read.one(sql<Counts>`
    select (select count(*)::int from reviews where cycle_id = c.id and state <> 'cancelled') as people, (select count(*)::int from reward_bases where cycle_id = c.id) as bases,
      count(w.id)::int as lines, count(w.exported_at)::int as "exportedLines", max(w.exported_at) as "lastExportAt"
    from cycles c left join reviews r on r.cycle_id = c.id left join rewards w on w.review_id = r.id where c.id = ${cycleId} group by c.id`);
  const costs = await costByDepartment(read, cycleId);
  return { cycleId, budgetCents: await budgetOf(read, cycleId), costCents: [...costs.values()].reduce((sum, cost) => sum + cost.costCents, 0), ...(counts as Counts) };
}
