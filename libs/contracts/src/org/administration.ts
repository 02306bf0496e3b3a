import { z } from 'zod';
import { DepartmentRef, Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { StoredRoleName } from '../identity/index.js';

const Country = z.string().regex(/^[A-Z]{2}$/);

/** A day on which the company works or not, whatever the country's calendar says. */
export const CompanyDay = z.object({ country: Country, day: LocalDate, working: z.boolean(), name: z.string().max(100).nullable() }).meta({ id: 'CompanyDay' });
export type CompanyDay = z.infer<typeof CompanyDay>;

export const CompanyDayList = z.object({ days: z.array(CompanyDay) }).meta({ id: 'CompanyDayList' });
export type CompanyDayList = z.infer<typeof CompanyDayList>;

/** Body of `PUT /api/org/company-days/:country/:day`. */
export const SetCompanyDay = z.object({ working: z.boolean(), name: z.string().trim().min(1).max(100).nullable().default(null) }).meta({ id: 'SetCompanyDay' });
export type SetCompanyDay = z.infer<typeof SetCompanyDay>;

/** Path of a company day. */
export const CompanyDayKey = { country: Country, day: LocalDate };

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
