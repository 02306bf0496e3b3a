import { sql, type Executor } from '../database/index.js';

const idsOf = async (read: Executor, statement: ReturnType<typeof sql<{ id: string }>>): Promise<string[]> => (await read.all(statement)).map(({ id }) => id);

/** Communities of these regions together with those that are named. */
export const chosenCommunities = (read: Executor, regions: readonly string[], ids: readonly string[]): Promise<string[]> =>
  idsOf(read, sql<{ id: string }>`select id from communities where region = any(${[...regions]}::text[]) or id = any(${[...ids]}::uuid[]) order by id`);

/** Those that another open wave has taken. */
export const takenCommunities = (read: Executor, ids: readonly string[]): Promise<string[]> =>
  idsOf(read, sql<{ id: string }>`select community_id as id from wave_communities where open and community_id = any(${[...ids]}::uuid[]) order by 1`);

export async function takeCommunities(tx: Executor, waveId: string, ids: readonly string[]): Promise<void> {
  await tx.run(sql`insert into wave_communities (wave_id, community_id) select ${waveId}::uuid, unnest(${[...ids]}::uuid[])`);
}

/** The wave has ended: its communities may be in another one. */
export async function releaseCommunities(tx: Executor, waveId: string): Promise<void> {
  await tx.run(sql`update wave_communities set open = false where wave_id = ${waveId}`);
}

/** Writes which steps a check found. False when the community is not in the wave. */
export async function storeCheck(tx: Executor, waveId: string, communityId: string, done: readonly string[], by: string, now: string): Promise<boolean> {
  const row = await tx.one(sql`update wave_communities set done = ${[...new Set(done)]}::text[], checked_at = ${now}, checked_by = ${by} where wave_id = ${waveId} and community_id = ${communityId} returning community_id`);
  return row !== undefined;
}
