import type { MeasureSource } from '../rollouts/measures/source.js';
import { sql } from '../database/index.js';

/** Reports of the rollout that the weekly review has not closed. A report names no community, so a pilot and a wave read the whole rollout's. */
export const openIssues: MeasureSource = async (read, { rolloutId }, asOf) => {
  const row = await read.one(sql<{ open: number; all: number }>`
    select count(*) filter (where closed_at is null or closed_at > ${asOf}::timestamptz)::integer as open, count(*)::integer as all
    from issues where rollout_id = ${rolloutId} and state <> 'reported' and reported_on <= (${asOf}::timestamptz at time zone 'UTC')::date`);
  return { value: String(row?.open ?? 0), sampleSize: row?.all ?? 0 };
};
