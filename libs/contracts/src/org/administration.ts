import { z } from 'zod';
import { DepartmentRef, Id, Instant, PersonRef } from '../common/index.js';
import { StoredRoleName } from '../identity/index.js';

/** A stored role that somebody holds. Without a department it counts in the whole company. */
export const RoleGrantView = z
  .object({ id: Id, person: PersonRef, role: StoredRoleName, department: DepartmentRef.nullable(), grantedAt: Instant, grantedBy: PersonRef.nullable() })
  .meta({ id: 'RoleGrantView' });
export type RoleGrantView = z.infer<typeof RoleGrantView>;

export const RoleGrantList = z.object({ grants: z.array(RoleGrantView) }).meta({ id: 'RoleGrantList' });
export type RoleGrantList = z.infer<typeof RoleGrantList>;

/** Body of `POST /api/org/roles`. */
export const GrantRole = z.object({ employeeId: Id, role: StoredRoleName, departmentId: Id.nullable().default(null) }).meta({ id: 'GrantRole' });
export type GrantRole = z.infer<typeof GrantRole>;

export const RoleGranted = z.object({ id: Id }).meta({ id: 'RoleGranted' });
export type RoleGranted = z.infer<typeof RoleGranted>;

/** Answer to inviting everybody who was not invited yet or let the invitation expire. */
export const InvitationsSent = z.object({ sent: z.int() }).meta({ id: 'InvitationsSent' });
export type InvitationsSent = z.infer<typeof InvitationsSent>;
