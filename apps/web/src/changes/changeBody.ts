import type { ChangeKind, OrganisationChange } from '@fairmark/contracts/changes';

/** What is typed; people stand in lists because the picker may hold several. */
export interface ChangeValues {
  kind: ChangeKind;
  employee?: string[];
  manager?: string[];
  successor?: string[];
  departmentId?: string;
  intoDepartmentId?: string;
  people?: string[];
  name?: string;
  nameEn?: string;
  leaveKind?: string;
  effectiveOn: string;
  until?: string;
  reason: string;
}

/** Fields that each kind of change asks for, beside its day and its reason. */
export const FIELDS: Readonly<Record<ChangeKind, readonly (keyof ChangeValues)[]>> = {
  managerChanged: ['employee', 'manager'], left: ['employee', 'successor'], onLeave: ['employee', 'until', 'leaveKind'], returned: ['employee'], transferred: ['employee', 'departmentId', 'manager'],
  departmentMerged: ['departmentId', 'intoDepartmentId'], departmentSplit: ['departmentId', 'intoDepartmentId', 'people'], departmentRenamed: ['departmentId', 'name', 'nameEn'], joinedLate: ['employee'],
};

/** Fields that may stay empty: without a successor the declared fallback of each task takes over. */
export const optional = (kind: ChangeKind, field: keyof ChangeValues): boolean => field === 'successor' || field === 'nameEn' || (kind === 'transferred' && field === 'manager');

/** The request of a change. */
export function changeBody(values: ChangeValues): OrganisationChange {
  const { kind, effectiveOn } = values;
  const on = { effectiveOn, reason: values.reason.trim() };
  const employeeId = values.employee?.[0] ?? '';
  const managerId = values.manager?.[0] ?? null;
  const departmentId = values.departmentId ?? '';
  const intoDepartmentId = values.intoDepartmentId ?? '';
  switch (kind) {
    case 'managerChanged': return { kind, employeeId, managerId: managerId ?? '', ...on };
    case 'left': return { kind, employeeId, successorId: values.successor?.[0] ?? null, ...on };
    case 'onLeave': return { kind, employeeId, until: values.until ?? '', leaveKind: values.leaveKind ?? 'leave', ...on };
    case 'transferred': return { kind, employeeId, departmentId, managerId, ...on };
    case 'departmentMerged': return { kind, departmentId, intoDepartmentId, ...on };
    case 'departmentSplit': return { kind, departmentId, intoDepartmentId, employeeIds: values.people ?? [], ...on };
    case 'departmentRenamed': return { kind, departmentId, name: values.name?.trim() ?? '', nameEn: values.nameEn?.trim() || null, ...on };
    default: return { kind, employeeId, ...on };
  }
}
