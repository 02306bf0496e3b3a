import { z } from 'zod';
import { Id, LocalDate } from '../common/index.js';
import { ProcessKindName } from '../inbox/index.js';
import { ChangeKind, ChangePolicy } from './kinds.js';

const Reason = z.string().trim().min(1).max(500);
/** First day on which it holds; it may lie ahead or behind. */
const On = { effectiveOn: LocalDate, reason: Reason };
const kind = <K extends ChangeKind>(name: K) => z.literal(name);

/** Somebody has another manager. */
export const ManagerChanged = z.object({ kind: kind('managerChanged'), employeeId: Id, managerId: Id, ...On });
/** Somebody leaves; `effectiveOn` is the first day without them. Without a successor the declared fallback of each task takes over (离职转办). */
export const Left = z.object({ kind: kind('left'), employeeId: Id, successorId: Id.nullable().default(null), ...On });
/** Somebody is away from `effectiveOn` up to, not including, `until`. */
export const OnLeave = z.object({ kind: kind('onLeave'), employeeId: Id, until: LocalDate, leaveKind: z.string().trim().min(1).max(50).default('leave'), ...On });
/** Somebody is back earlier than was known. */
export const Returned = z.object({ kind: kind('returned'), employeeId: Id, ...On });
/** Somebody works in another department, usually for another manager. */
export const Transferred = z.object({ kind: kind('transferred'), employeeId: Id, departmentId: Id, managerId: Id.nullable().default(null), ...On });
/** Everybody of a department works in another one. */
export const DepartmentMerged = z.object({ kind: kind('departmentMerged'), departmentId: Id, intoDepartmentId: Id, ...On });
/** Some people of a department work in another one from now on. */
export const DepartmentSplit = z.object({ kind: kind('departmentSplit'), departmentId: Id, intoDepartmentId: Id, employeeIds: z.array(Id).min(1).max(5_000), ...On });
export const DepartmentRenamed = z.object({ kind: kind('departmentRenamed'), departmentId: Id, name: z.string().trim().min(1).max(200), nameEn: z.string().trim().max(200).nullable().default(null), ...On });
/** Somebody came while a cycle was running. */
export const JoinedLate = z.object({ kind: kind('joinedLate'), employeeId: Id, ...On });

/** A change in the organisation as HR reports it. Dated rows are written with it, in one transaction. */
export const OrganisationChange = z
  .discriminatedUnion('kind', [ManagerChanged, Left, OnLeave, Returned, Transferred, DepartmentMerged, DepartmentSplit, DepartmentRenamed, JoinedLate])
  .meta({ id: 'OrganisationChange' });
export type OrganisationChange = z.infer<typeof OrganisationChange>;

/** What a kind of process does when a kind of change comes. */
export const SetChangePolicy = z.object({ process: ProcessKindName, change: ChangeKind, policy: ChangePolicy }).meta({ id: 'SetChangePolicy' });
export type SetChangePolicy = z.infer<typeof SetChangePolicy>;

export const ChangeQuery = z.object({ employeeId: Id.optional(), importId: Id.optional(), page: z.coerce.number().int().min(1).max(10_000).default(1), pageSize: z.coerce.number().int().min(1).max(100).default(20) });
export type ChangeQuery = z.infer<typeof ChangeQuery>;
