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

/** Roles that a person holds now. */
export async function activeRoles(read: Executor, employeeId: string): Promise<RoleGrant[]> {
  return read.all(sql<RoleGrant>`select id, role, department_id as "departmentId" from role_grants where employee_id = ${employeeId} and revoked_at is null order by role, department_id nulls first`);
}
