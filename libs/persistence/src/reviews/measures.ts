import type { MeasureSource } from '../rollouts/measures/source.js';
import { scopeCommunities } from '../rollouts/measures/scope.js';
import { sql, type Executor } from '../database/index.js';
import type { MeasureScope } from '@fairmark/contracts/rollouts';

type Value = Awaited<ReturnType<MeasureSource>>;

/** Reviews under the plan of a rollout of people who operate one of the communities in its period, launched until an instant. */
async function overReviews(read: Executor, scope: MeasureScope, asOf: string, share: ReturnType<typeof sql>): Promise<Value> {
  const communities = await scopeCommunities(read, scope);
  const row = await read.one(sql<Value>`
    select round(count(*) filter (where ${share})::numeric / nullif(count(*), 0), 4)::text as value, count(*)::integer as "sampleSize"
    from reviews r join cycles c on c.id = r.cycle_id
    where r.plan_id = (select plan_id from rollouts where id = ${scope.rolloutId}) and c.launched_at <= ${asOf} and exists (
      select from community_assignments a where a.employee_id = r.employee_id and a.community_id = any(${communities}::uuid[]) and daterange(a.valid_from, a.valid_to) && daterange(r.period_start, r.period_end, '[]'))`);
  return row ?? { value: null, sampleSize: 0 };
}

/** Share of reviews that have ended. */
export const cycleCompletion: MeasureSource = (read, scope, asOf) => overReviews(read, scope, asOf, sql`r.state = 'closed'`);

/** Share of reviews against whose result somebody appealed until the instant. */
export const appealRate: MeasureSource = (read, scope, asOf) => overReviews(read, scope, asOf, sql`exists (select from appeals p where p.review_id = r.id and p.filed_at <= ${asOf})`);
