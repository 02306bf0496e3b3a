import { sql, type Executor } from '../database/index.js';

/** How long a session lives without and with use. */
export const SESSION_IDLE_HOURS = 12;
export const SESSION_MAX_DAYS = 14;

export interface SessionPerson {
  employeeId: string;
  locale: 'zh-CN' | 'en';
  zone: string;
  /** The one review that the session reaches; null for everybody who works here. */
  reviewId: string | null;
}

/** Starts a session, of somebody who left for one review. `idHash` is the hash of the cookie's value: a copy of the table opens no session. */
export async function startSession(tx: Executor, idHash: string, employeeId: string, reviewId: string | null = null): Promise<void> {
  await tx.run(sql`insert into sessions (id_hash, employee_id, review_id, data, expires_at) values (${idHash}, ${employeeId}, ${reviewId}, '{}', now() + make_interval(days => ${SESSION_MAX_DAYS}))`);
}

/**
 * The person of a session; undefined when it has ended, or the person has left or was disabled meanwhile. A session for one review is for those who left. Notes at most
 * once a minute that it was used.
 */
export async function sessionPerson(read: Executor, idHash: string): Promise<SessionPerson | undefined> {
  const row = await read.one(sql<SessionPerson & { stale: boolean }>`
    select e.id as "employeeId", e.locale, e.zone, s.review_id as "reviewId", s.last_seen_at < now() - interval '1 minute' as stale
    from sessions s join employees e on e.id = s.employee_id left join accounts a on a.employee_id = e.id
    where s.id_hash = ${idHash} and s.expires_at > now() and s.last_seen_at > now() - make_interval(hours => ${SESSION_IDLE_HOURS})
      and (s.review_id is not null or (a.disabled_at is null and (e.left_on is null or e.left_on >= (now() at time zone e.zone)::date)))`);
  if (row?.stale) await read.run(sql`update sessions set last_seen_at = now() where id_hash = ${idHash}`);
  return row ? { employeeId: row.employeeId, locale: row.locale, zone: row.zone, reviewId: row.reviewId } : undefined;
}

export async function endSession(tx: Executor, idHash: string): Promise<void> {
  await tx.run(sql`delete from sessions where id_hash = ${idHash}`);
}

/** Ends every session of a person at once: after disabling, leaving or a new password. `exceptHash` keeps the one at hand. */
export async function endSessionsOf(tx: Executor, employeeId: string, exceptHash: string | null = null): Promise<void> {
  await tx.run(sql`delete from sessions where employee_id = ${employeeId} and id_hash is distinct from ${exceptHash}`);
}

/** Removes what has ended by itself. */
export async function purgeSessions(tx: Executor): Promise<number> {
  return tx.run(sql`delete from sessions where expires_at < now() or last_seen_at < now() - make_interval(hours => ${SESSION_IDLE_HOURS})`);
}
