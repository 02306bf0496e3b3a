import { sql, type Executor } from '../database/index.js';

/** How many attempts a key has in a window of time. */
export interface AttemptLimit {
  attempts: number;
  windowSeconds: number;
}

/**
 * Takes one attempt in one statement, so that processes beside this one and requests at the same moment all count. Returns the seconds to
 * wait, 0 when the attempt may be made. Keys are hashes: the table names nobody.
 */
export async function takeAttempt(database: Executor, key: string, limit: AttemptLimit): Promise<number> {
  const row = await database.one(sql<{ count: number; seconds: number }>`
    insert into throttles as t (key, count, window_ends_at) values (${key}, 1, now() + make_interval(secs => ${limit.windowSeconds}))
    on conflict (key) do update set count = case when t.window_ends_at <= now() then 1 else t.count + 1 end,
      window_ends_at = case when t.window_ends_at <= now() then excluded.window_ends_at else t.window_ends_at end
    returning count, ceil(extract(epoch from window_ends_at - now()))::integer as seconds`);
  return row && row.count > limit.attempts ? Math.max(1, row.seconds) : 0;
}

/** Gives an attempt back that turned out well: only failures use a limit up. */
export async function returnAttempt(database: Executor, key: string): Promise<void> {
  await database.run(sql`update throttles set count = greatest(0, count - 1) where key = ${key}`);
}

/** Forgets a key, after the person has proven who they are. */
export async function clearAttempts(database: Executor, key: string): Promise<void> {
  await database.run(sql`delete from throttles where key = ${key}`);
}

/** Removes windows that have ended. */
export async function purgeThrottles(database: Executor): Promise<number> {
  return database.run(sql`delete from throttles where window_ends_at < now()`);
}
