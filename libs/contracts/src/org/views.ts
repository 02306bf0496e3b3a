import { z } from 'zod';
import { DepartmentRef, Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { OrgImportPreview, OrgImportProgress } from './import.js';
import { AppLocale } from './vocabulary.js';

/** A file of an import; `unknown` when neither its name nor its columns tell what it is. */
export const OrgImportFile = z.object({ kind: z.string(), name: z.string(), size: z.int() }).meta({ id: 'OrgImportFile' });
export type OrgImportFile = z.infer<typeof OrgImportFile>;

/** `interrupted`: the process that worked on it is gone; check or apply it again. `expired`: its files were forgotten after a week. */
export const OrgImportStateName = z.enum(['checking', 'ready', 'refused', 'applying', 'applied', 'interrupted', 'expired']).meta({ id: 'OrgImportStateName' });
export type OrgImportStateName = z.infer<typeof OrgImportStateName>;

/** An import as the list shows it. `failure` is the code of an attempt that broke off; nothing of it was written. */
export const OrgImportSummary = z
  .object({
    id: Id, state: OrgImportStateName, files: z.array(OrgImportFile), changeCount: z.int().nullable(), errorCount: z.int().nullable(), failure: z.string().nullable(),
    uploadedBy: PersonRef.nullable(), appliedBy: PersonRef.nullable(), createdAt: Instant, appliedAt: Instant.nullable(),
  })
  .meta({ id: 'OrgImportSummary' });
export type OrgImportSummary = z.infer<typeof OrgImportSummary>;

export const OrgImportList = z.object({ imports: z.array(OrgImportSummary) }).meta({ id: 'OrgImportList' });
export type OrgImportList = z.infer<typeof OrgImportList>;

/** One import with its progress while somebody works on it, and what the dry run found. */
export const OrgImportView = OrgImportSummary.extend({ progress: OrgImportProgress.nullable(), preview: OrgImportPreview.nullable() }).meta({ id: 'OrgImportView' });
export type OrgImportView = z.infer<typeof OrgImportView>;

/** Answer to an upload: look at `GET /api/org/imports/:id` for what becomes of it. */
export const OrgImportStarted = z.object({ id: Id }).meta({ id: 'OrgImportStarted' });
export type OrgImportStarted = z.infer<typeof OrgImportStarted>;

/** Language of headers and refusals in a downloaded file; that of the reader when absent. */
export const OrgFileQuery = z.object({ locale: AppLocale.optional() }).meta({ id: 'OrgFileQuery' });
export type OrgFileQuery = z.infer<typeof OrgFileQuery>;

/** A post of the company. */
export const PositionRef = z.object({ code: z.string(), name: z.string(), nameEn: z.string().nullable() }).meta({ id: 'PositionRef' });
export type PositionRef = z.infer<typeof PositionRef>;

/** Whether somebody has been asked in: `expired` means that the last invitation was not taken in time. */
export const InvitationState = z.enum(['none', 'sent', 'expired', 'accepted']).meta({ id: 'InvitationState' });
export type InvitationState = z.infer<typeof InvitationState>;

/** `future`: not there yet. */
export const EmployeeState = z.enum(['active', 'future', 'left', 'disabled']).meta({ id: 'EmployeeState' });
export type EmployeeState = z.infer<typeof EmployeeState>;

const page = { page: z.coerce.number().int().min(1).max(100_000).default(1), pageSize: z.coerce.number().int().min(1).max(200).default(50) };

/** Filters of the list of people. `missing` are the findings of the readiness list; `asOf` is today unless given. */
export const EmployeeQuery = z
  .object({
    search: z.string().max(100).optional(), departmentId: Id.optional(), state: EmployeeState.optional(), invitation: InvitationState.optional(),
    missing: z.enum(['manager', 'activeManager', 'top', 'department', 'work']).optional(), asOf: LocalDate.optional(), ...page,
  })
  .meta({ id: 'EmployeeQuery' });
export type EmployeeQuery = z.infer<typeof EmployeeQuery>;

/** A person in the list. Manager, department and position are those of the day asked for. */
export const EmployeeLine = z
  .object({
    id: Id, number: z.string(), name: z.string(), nameEn: z.string().nullable(), email: z.string(), region: z.string(), zone: z.string(), state: EmployeeState, invitation: InvitationState,
    department: DepartmentRef.nullable(), position: PositionRef.nullable(), manager: PersonRef.nullable(), communities: z.int(),
  })
  .meta({ id: 'EmployeeLine' });
export type EmployeeLine = z.infer<typeof EmployeeLine>;

export const EmployeeList = z.object({ employees: z.array(EmployeeLine), total: z.int(), page: z.int(), pageSize: z.int() }).meta({ id: 'EmployeeList' });
export type EmployeeList = z.infer<typeof EmployeeList>;

export const EmployeeAsOf = z.object({ asOf: LocalDate.optional() }).meta({ id: 'EmployeeAsOf' });
export type EmployeeAsOf = z.infer<typeof EmployeeAsOf>;

const dated = { validFrom: LocalDate, validTo: LocalDate.nullable() };

/** One person with all dated rows, `[validFrom, validTo)`; the fields of the line say what holds on `asOf`. `privateAddress` only for HR and the person. */
export const EmployeeView = EmployeeLine.extend({
  asOf: LocalDate, locale: AppLocale, country: z.string(), hiredOn: LocalDate, leftOn: LocalDate.nullable(), privateAddress: z.string().nullable(),
  managers: z.array(z.object({ manager: PersonRef, ...dated })),
  departments: z.array(z.object({ department: DepartmentRef, ...dated })),
  positions: z.array(z.object({ position: PositionRef, ...dated })),
  leaves: z.array(z.object({ kind: z.string(), ...dated })),
  assignments: z.array(z.object({ community: z.object({ id: Id, code: z.string(), name: z.string(), nameEn: z.string().nullable() }), shareBp: z.int().nullable(), ...dated })),
}).meta({ id: 'EmployeeView' });
export type EmployeeView = z.infer<typeof EmployeeView>;

/** People by a part of their name, for choosing somebody. At most twenty. */
export const PeopleQuery = z.object({ search: z.string().trim().min(1).max(100) }).meta({ id: 'PeopleQuery' });
export type PeopleQuery = z.infer<typeof PeopleQuery>;

export const PeopleFound = z.object({ people: z.array(PersonRef.extend({ department: DepartmentRef.nullable() })) }).meta({ id: 'PeopleFound' });
export type PeopleFound = z.infer<typeof PeopleFound>;

/** A department; the tree follows from `parentId`. `people` belong to it today, those of departments below not counted. */
export const DepartmentView = DepartmentRef.extend({
  code: z.string(), parentId: Id.nullable(), country: z.string(), head: PersonRef.nullable(), headActive: z.boolean(), people: z.int(),
}).meta({ id: 'DepartmentView' });
export type DepartmentView = z.infer<typeof DepartmentView>;

export const DepartmentList = z.object({ departments: z.array(DepartmentView) }).meta({ id: 'DepartmentList' });
export type DepartmentList = z.infer<typeof DepartmentList>;

export const CommunityQuery = z
  .object({ search: z.string().max(100).optional(), type: z.string().max(50).optional(), stage: z.string().max(50).optional(), missing: z.enum(['operator']).optional(), ...page })
  .meta({ id: 'CommunityQuery' });
export type CommunityQuery = z.infer<typeof CommunityQuery>;

/** A community as of today with who operates it; equal shares have no `shareBp`. */
export const CommunityView = z
  .object({
    id: Id, code: z.string(), name: z.string(), nameEn: z.string().nullable(), type: z.string(), stage: z.string().nullable(), region: z.string(), activeUsers: z.int(),
    operators: z.array(PersonRef.extend({ shareBp: z.int().nullable() })), dependsOn: z.array(DepartmentRef),
  })
  .meta({ id: 'CommunityView' });
export type CommunityView = z.infer<typeof CommunityView>;

export const CommunityList = z.object({ communities: z.array(CommunityView), total: z.int(), page: z.int(), pageSize: z.int() }).meta({ id: 'CommunityList' });
export type CommunityList = z.infer<typeof CommunityList>;
