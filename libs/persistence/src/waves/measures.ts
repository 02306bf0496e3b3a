import { sql } from '../database/index.js';
import { scopeCommunities } from '../rollouts/measures/scope.js';
import type { MeasureSource } from '../rollouts/measures/source.js';

/** Steps of the handbook. */
const STEPS = 7;

/**
 * Share of the seven steps that checks found carried out, over all communities of begun waves: who was never checked counts as nothing done. Cut off, not rounded: a little under the limit is under it.
 * Of the checks only the latest is kept, so an earlier instant reads only what still stands.
 */
export const executionConsistency: MeasureSource = async (read, scope, asOf) => {
  const communities = await scopeCommunities(read, scope);
  const row = await read.one(sql<Awaited<ReturnType<MeasureSource>>>`
    select trunc(sum(case when c.checked_at <= ${asOf}::timestamptz then cardinality(c.done) else 0 end)::numeric / nullif(count(*) * ${STEPS}::integer, 0), 4)::text as value, count(*)::integer as "sampleSize"
    from wave_communities c join waves w on w.id = c.wave_id
    where w.rollout_id = ${scope.rolloutId} and w.begun_at <= ${asOf}::timestamptz and (${scope.of !== 'wave'}::boolean or w.id = ${scope.of === 'wave' ? scope.waveId : null}::uuid) and c.community_id = any(${communities}::uuid[])`);
  return row ?? { value: null, sampleSize: 0 };
};
