import { identityErrors } from '@fairmark/contracts/errors';
import { DomainError } from '@fairmark/domain/common';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';

/** Roles that are stored; every other relation follows from rows. */
export const STORED_ROLES = ['admin', 'hr', 'sponsor', 'lead'] as const;
export type StoredRole = (typeof STORED_ROLES)[number];

export interface RoleGrant {
  id: string;
  role: StoredRole;
  /** The department (with everything below it) in which the role counts; null: the whole company. */
  departmentId: string | null;
}

/** Who changes an identity and when; `by` is null for a script that the operator runs. */
export interface IdentityAct {
  by: string | null;
  at: string;
}

/** Chain of the audit record on which a person's roles, account and invitations stand. */
export const identityChain = (employeeId: string): string => `identity/${employeeId}`;

/** Roles that a person holds now. */
export async function activeRoles(read: Executor, employeeId: string): Promise<RoleGrant[]> {
  return read.all(sql<RoleGrant>`select id, role, department_id as "departmentId" from role_grants where employee_id = ${employeeId} and revoked_at is null order by role, department_id nulls first`);
}

/**
 * Whether a person holds a role now. With a department: whether the role's scope contains it; without: in any scope.
 */
export async function hasRole(read: Executor, employeeId: string, role: StoredRole, departmentId?: string): Promise<boolean> {
  const row = await read.one(sql<{ held: boolean }>`
    with recursive up as (
      select id, parent_id, 0 as level from departments where id = ${departmentId ?? null}::uuid
      union all select d.id, d.parent_id, up.level + 1 from up join departments d on d.id = up.parent_id where up.level < 30)
    select exists (select from role_grants g where g.employee_id = ${employeeId} and g.role = ${role} and g.revoked_at is null
      and (g.department_id is null or ${departmentId === undefined} or g.department_id in (select id from up))) as held`);
  return row?.held ?? false;
}

/** Gives a role; a role that is already held stays as it is. Returns the grant's id. */
export async function grantRole(tx: Executor, grant: { employeeId: string; role: StoredRole; departmentId: string | null }, act: IdentityAct): Promise<string> {
  const { employeeId, role, departmentId } = grant;
  const added = await tx.one(sql<{ id: string }>`
    insert into role_grants (employee_id, role, department_id, granted_by, granted_at) values (${employeeId}, ${role}, ${departmentId}, ${act.by}, ${act.at})
    on conflict (employee_id, role, department_id) where revoked_at is null do nothing returning id`);
  if (added) await appendAudit(tx, identityChain(employeeId), { actorId: act.by }, act.at, [{ action: 'role.granted', object: `employee/${employeeId}`, after: { role, departmentId } }]);
  const held = added ?? (await tx.one(sql<{ id: string }>`select id from role_grants where employee_id = ${employeeId} and role = ${role} and department_id is not distinct from ${departmentId}::uuid and revoked_at is null`));
  return (held as { id: string }).id;
}

/**
 * Takes a role back; a grant that is gone already changes nothing. The last administrator of the whole company stays.
 * @throws DomainError IDENTITY.LAST_ADMIN
 */
export async function revokeRole(tx: Executor, grantId: string, act: IdentityAct): Promise<void> {
  const grant = await tx.one(sql<RoleGrant & { employeeId: string }>`
    update role_grants set revoked_at = ${act.at} where id = ${grantId} and revoked_at is null returning id, employee_id as "employeeId", role, department_id as "departmentId"`);
  if (!grant) return;
  if (grant.role === 'admin' && (await adminCount(tx)) === 0) throw new DomainError(identityErrors.lastAdmin);
  const { employeeId, role, departmentId } = grant;
  await appendAudit(tx, identityChain(employeeId), { actorId: act.by }, act.at, [{ action: 'role.revoked', object: `employee/${employeeId}`, before: { role, departmentId } }]);
}

/** Administrators of the whole company who have not left and are not disabled. */
export async function adminCount(read: Executor): Promise<number> {
  const row = await read.one(sql<{ count: number }>`
    select count(distinct g.employee_id)::integer as count from role_grants g join employees e on e.id = g.employee_id left join accounts a on a.employee_id = e.id
    where g.role = 'admin' and g.department_id is null and g.revoked_at is null and a.disabled_at is null and (e.left_on is null or e.left_on >= (now() at time zone e.zone)::date)`);
  return row?.count ?? 0;
}
