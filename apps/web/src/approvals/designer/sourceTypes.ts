import type { ApprovalKind, ApproverSource } from '@fairmark/contracts/approvals';
import type { z } from 'zod';

export type EditedSource = z.input<typeof ApproverSource>;
export type SourceType = EditedSource['type'];
type RoleScope = Extract<EditedSource, { type: 'role' }>['scope'];

const ALL: readonly SourceType[] = ['lineManager', 'secondApprover', 'departmentHead', 'role', 'person', 'submitterChooses', 'previousApprovers', 'countersigners', 'panel'];

/** Matters that are not about one person have nobody whose manager could be asked. */
const WITHOUT_SUBJECT: readonly ApprovalKind[] = ['plans', 'calibration'];
/** Run inside a page of their own process, which lets nobody choose approvers. */
const HOSTED: readonly ApprovalKind[] = ['goals', 'scores', 'calibration', 'appeals'];

/** Sources that make sense for a kind of process; others are not offered. A fallback names people who are always there. */
export function sourceTypesFor(kind: ApprovalKind, asFallback: boolean): SourceType[] {
  return ALL.filter((type) => {
    if (type === 'lineManager' || type === 'secondApprover') return !WITHOUT_SUBJECT.includes(kind);
    if (type === 'countersigners') return kind === 'plans' && !asFallback;
    if (type === 'submitterChooses') return !HOSTED.includes(kind) && !asFallback;
    return !(asFallback && (type === 'previousApprovers' || type === 'panel'));
  });
}

export const rolesFor = (kind: ApprovalKind): string[] => ['hr', 'sponsor', 'lead', 'admin', ...(kind === 'calibration' ? ['chair'] : [])];

export function scopesFor(kind: ApprovalKind, role: string): RoleScope[] {
  if (role === 'chair') return ['session'];
  return WITHOUT_SUBJECT.includes(kind) ? ['department', 'company'] : ['subject', 'department', 'company'];
}

/** A source of one type as it is first put in. */
export function newSource(type: SourceType): EditedSource {
  switch (type) {
    case 'lineManager':
      return { type, level: 1 };
    case 'person':
      return { type, personId: '' };
    case 'role':
      return { type, role: 'hr', scope: 'company' };
    case 'submitterChooses':
      return { type, min: 1, max: 3 };
    case 'previousApprovers':
      return { type, nodeId: '' };
    case 'panel':
      return { type, size: 3, pool: { role: 'lead', scope: 'company' }, exclude: ['line', 'reports', 'participants', 'approvers'] };
    default:
      return { type };
  }
}
