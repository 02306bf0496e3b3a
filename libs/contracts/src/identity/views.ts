import { z } from 'zod';
import { Id, Instant, PersonRef } from '../common/index.js';
import { Locale } from './bodies.js';

export const StoredRoleName = z.enum(['admin', 'hr', 'sponsor', 'lead']);

/** A stored role with its scope; without a department it counts in the whole company. */
export const RoleView = z.object({ role: StoredRoleName, departmentId: Id.nullable(), departmentName: z.string().nullable() }).meta({ id: 'RoleView' });
export type RoleView = z.infer<typeof RoleView>;

/** Which parts of the application concern a person beyond the inbox. */
export const RelationSummary = z
  .object({ hasReports: z.boolean(), isDepartmentHead: z.boolean(), isScorer: z.boolean(), isCalibrationMember: z.boolean(), isPanelMember: z.boolean(), hasReview: z.boolean() })
  .meta({ id: 'RelationSummary' });
export type RelationSummary = z.infer<typeof RelationSummary>;

/** The signed-in person. `reviewId`: the session is that of somebody who left and reaches this review only. `csrfToken` goes into the header `X-CSRF-Token` of every request that changes something. */
export const SessionView = z
  .object({ person: PersonRef, email: z.string(), locale: Locale, zone: z.string(), roles: z.array(RoleView), relations: RelationSummary, csrfToken: z.string(), reviewId: Id.nullable() })
  .meta({ id: 'SessionView' });
export type SessionView = z.infer<typeof SessionView>;

/** What a one-time link is for. `name` greets the person; a set-up link has none. */
export const LinkView = z.object({ purpose: z.enum(['invite', 'reset', 'setup', 'leaver']), name: z.string().nullable(), nameEn: z.string().nullable(), email: z.string().nullable(), expiresAt: Instant }).meta({ id: 'LinkView' });
export type LinkView = z.infer<typeof LinkView>;

/** Who got an invitation, and who did not and why. */
export const InvitationResult = z.object({ sent: z.array(Id), skipped: z.array(z.object({ employeeId: Id, code: z.string() })) }).meta({ id: 'InvitationResult' });
export type InvitationResult = z.infer<typeof InvitationResult>;
