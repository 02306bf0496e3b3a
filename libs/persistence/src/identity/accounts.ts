import { identityErrors } from '@fairmark/contracts/errors';
import { DomainError } from '@fairmark/domain/common';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { adminCount, hasRole, identityChain, type IdentityAct } from './roles.js';
import { endSessionsOf } from './sessions.js';

export interface Credentials {
  employeeId: string;
  /** Null until an invitation was accepted. */
  passwordHash: string | null;
}

const active = sql`a.disabled_at is null and (e.left_on is null or e.left_on >= (now() at time zone e.zone)::date)`;

/** What sign-in compares; undefined for unknown addresses and for people who may not sign in. */
export async function credentialsOf(read: Executor, email: string): Promise<Credentials | undefined> {
  return read.one(sql<Credentials>`
    select e.id as "employeeId", a.password_hash as "passwordHash" from employees e left join accounts a on a.employee_id = e.id where lower(e.email) = lower(${email}) and ${active}`);
}

/** The hash of a signed-in person's own password. */
export async function passwordHashOf(read: Executor, employeeId: string): Promise<string | null> {
  const row = await read.one(sql<{ hash: string | null }>`select password_hash as hash from accounts where employee_id = ${employeeId}`);
  return row?.hash ?? null;
}

/** Whether a person may have an account now. */
export async function isActivePerson(read: Executor, employeeId: string): Promise<boolean> {
  return (await read.one(sql`select 1 from employees e left join accounts a on a.employee_id = e.id where e.id = ${employeeId} and ${active}`)) !== undefined;
}

/** Stores a new password and ends the person's other sessions: whoever knew the old one is out. */
export async function setPassword(tx: Executor, employeeId: string, hash: string, act: IdentityAct, keepSession: string | null = null): Promise<void> {
  await tx.run(sql`
    insert into accounts (employee_id, password_hash, password_changed_at) values (${employeeId}, ${hash}, ${act.at})
    on conflict (employee_id) do update set password_hash = excluded.password_hash, password_changed_at = excluded.password_changed_at`);
  await endSessionsOf(tx, employeeId, keepSession);
  await appendAudit(tx, identityChain(employeeId), { actorId: act.by }, act.at, [{ action: 'password.set', object: `employee/${employeeId}` }]);
}

/**
 * Disables or enables somebody's account. Disabling ends their sessions and links in the same transaction.
 * @throws DomainError IDENTITY.LAST_ADMIN
 */
export async function setAccountDisabled(tx: Executor, employeeId: string, disabled: boolean, act: IdentityAct): Promise<void> {
  const changed = await tx.run(sql`
    insert into accounts (employee_id, disabled_at) values (${employeeId}, ${disabled ? act.at : null})
    on conflict (employee_id) do update set disabled_at = excluded.disabled_at where (accounts.disabled_at is null) = ${disabled}`);
  if (changed === 0) return;
  if (disabled) {
    if ((await hasRole(tx, employeeId, 'admin')) && (await adminCount(tx)) === 0) throw new DomainError(identityErrors.lastAdmin);
    await endSessionsOf(tx, employeeId);
    await tx.run(sql`update one_time_links set expires_at = least(expires_at, ${act.at}) where employee_id = ${employeeId} and used_at is null`);
  }
  await appendAudit(tx, identityChain(employeeId), { actorId: act.by }, act.at, [{ action: disabled ? 'account.disabled' : 'account.enabled', object: `employee/${employeeId}` }]);
}
