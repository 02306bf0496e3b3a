import type { MeasureScope } from '@fairmark/contracts/rollouts';
import { sql, type Executor } from '../../database/index.js';
import { rolloutById } from '../rows.js';

/** Communities of a rollout: those that it lists, else those of its regions, else all. */
const ofRollout = (regions: readonly string[], ids: readonly string[]) => sql<{ id: string }>`
  select id from communities where case when ${ids.length > 0}::boolean then id = any(${[...ids]}::uuid[]) when ${regions.length > 0}::boolean then region = any(${[...regions]}::text[]) else true end order by id`;

/** Communities that a scope means. */
export async function scopeCommunities(read: Executor, scope: MeasureScope): Promise<string[]> {
  if (scope.of === 'communities') return [...scope.communityIds];
  if (scope.of === 'wave') return (await read.all(sql<{ id: string }>`select community_id as id from wave_communities where wave_id = ${scope.waveId} order by 1`)).map((row) => row.id);
  const { regions = [], communityIds = [] } = (await rolloutById(read, scope.rolloutId)).scope;
  const rows = await read.all(ofRollout(regions, communityIds));
  return rows.map((row) => row.id);
}
