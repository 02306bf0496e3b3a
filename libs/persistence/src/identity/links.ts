import { createHash, randomBytes } from 'node:crypto';
import { sql, type Executor } from '../database/index.js';

/** `invite` and `reset` set a password, `setup` makes the first administrator, `leaver` lets somebody who left appeal. */
export type LinkPurpose = 'invite' | 'reset' | 'setup' | 'leaver';

export interface OneTimeLink {
  id: string;
  purpose: LinkPurpose;
  /** Null only for `setup`: that person does not exist yet. */
  employeeId: string | null;
  /** The one review that a `leaver` link opens. */
  reviewId: string | null;
  email: string | null;
  expiresAt: string;
}

export interface NewLink {
  purpose: LinkPurpose;
  employeeId: string | null;
  email?: string | null;
  reviewId?: string | null;
  hours: number;
  createdBy: string | null;
}

export const INVITATION_HOURS = 72;
export const RESET_HOURS = 2;
/** As long as the window of a result and the decision of an appeal may take. */
export const LEAVER_HOURS = 24 * 30;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Makes a link and returns its token, which is stored as a hash only. Earlier links of the same person and purpose end: the newest mail is
 * the one that works.
 */
export async function createLink(tx: Executor, link: NewLink): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.run(sql`update one_time_links set expires_at = least(expires_at, now()) where employee_id = ${link.employeeId} and purpose = ${link.purpose} and review_id is not distinct from ${link.reviewId ?? null}::uuid and used_at is null`);
  await tx.run(sql`
    insert into one_time_links (purpose, employee_id, review_id, email, token_hash, created_by, expires_at)
    values (${link.purpose}, ${link.employeeId}, ${link.reviewId ?? null}, ${link.email ?? null}, ${hashOf(token)}, ${link.createdBy}, now() + make_interval(hours => ${link.hours}))`);
  return token;
}

const usable = (token: string, purposes: readonly LinkPurpose[]) => sql`token_hash = ${hashOf(token)} and purpose = any(${[...purposes]}::text[]) and used_at is null and expires_at > now()`;
const columns = sql`id, purpose, employee_id as "employeeId", review_id as "reviewId", email, expires_at as "expiresAt"`;

/** A link that can still be used, without using it. */
export async function findLink(read: Executor, token: string, purposes: readonly LinkPurpose[]): Promise<OneTimeLink | undefined> {
  return read.one(sql<OneTimeLink>`select ${columns} from one_time_links where ${usable(token, purposes)}`);
}

/** For whom and which review a link of a leaver was made, also one that was used or has expired: who holds it may ask for another one to the same address. */
export async function leaverLink(read: Executor, token: string): Promise<{ employeeId: string; reviewId: string } | undefined> {
  return read.one(sql<{ employeeId: string; reviewId: string }>`select employee_id as "employeeId", review_id as "reviewId" from one_time_links where token_hash = ${hashOf(token)} and purpose = 'leaver'`);
}

/** Uses a link up. Of two requests with one token the second gets nothing: the row is the lock. */
export async function takeLink(tx: Executor, token: string, purposes: readonly LinkPurpose[]): Promise<OneTimeLink | undefined> {
  return tx.one(sql<OneTimeLink>`update one_time_links set used_at = now() where ${usable(token, purposes)} returning ${columns}`);
}
