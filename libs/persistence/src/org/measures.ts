import type { MeasureSource } from '../rollouts/measures/source.js';
import { scopeCommunities } from '../rollouts/measures/scope.js';
import { sql } from '../database/index.js';

/** Share of the operators of the six months before an instant who left in that time. */
export const attrition: MeasureSource = async (read, scope, asOf) => {
  const communities = await scopeCommunities(read, scope);
  const row = await read.one(sql<Awaited<ReturnType<MeasureSource>>>`
    with span as (select (${asOf}::timestamptz - interval '6 months')::date as first, ${asOf}::timestamptz::date as last),
    operators as (select distinct e.id, e.left_on from span, community_assignments a join employees e on e.id = a.employee_id
      where a.community_id = any(${communities}::uuid[]) and daterange(a.valid_from, a.valid_to) && daterange(span.first, span.last, '[]') and (e.left_on is null or e.left_on >= span.first))
    select round(count(*) filter (where left_on <= span.last)::numeric / nullif(count(*), 0), 4)::text as value, count(*)::integer as "sampleSize" from operators, span`);
  return row ?? { value: null, sampleSize: 0 };
};
