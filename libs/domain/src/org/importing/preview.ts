import type { OrgChangeLine, OrgImportPreview } from '@fairmark/contracts/org';
import type { OrgChange } from './changes.js';
import type { OrgImportPlan } from './plan.js';

/** What a dry run shows on screen: summaries, refusals and the first `limit` changes. */
export function previewOf(plan: OrgImportPlan, limit = 500): OrgImportPreview {
  return {
    ok: plan.ok,
    summaries: plan.summaries,
    changes: plan.changes.slice(0, limit).map(lineOf),
    changeCount: plan.changes.length,
    errors: plan.errors.slice(0, limit),
    errorCount: plan.errorCount,
  };
}

/** A change as one line: who or what, which fields, what the dated row says, from and to when. Names and addresses are never in it. */
export function lineOf(change: OrgChange): OrgChangeLine {
  const { effect, file, row, op } = change;
  return { effect, file, row, op, subject: subjectOf(change), fields: fieldsOf(change), value: valueOf(change), from: dateOf(change, 'validFrom'), to: dateOf(change, 'validTo') };
}

function subjectOf(change: OrgChange): string {
  if ('subject' in change) return change.subject;
  if ('number' in change) return change.number;
  if ('code' in change) return change.code;
  if ('employee' in change) return change.employee.number;
  if ('department' in change) return change.department.code;
  return 'position' in change ? change.position.code : change.community.code;
}

function fieldsOf(change: OrgChange): string[] {
  if ('set' in change) return Object.keys(change.set);
  if ('line' in change) return [change.line];
  if (change.op === 'renumberEmployee') return ['number'];
  return change.op === 'setDepartmentHead' ? ['headNumber'] : [];
}

/** What a dated row, a head or an assignment points at: a number or a code. */
function valueOf(change: OrgChange): string | null {
  if ('value' in change) return change.value;
  if ('communityCode' in change) return change.communityCode;
  if ('assignment' in change) return change.assignment.communityCode;
  if (change.op === 'renumberEmployee') return change.to;
  return change.op === 'setDepartmentHead' ? change.headNumber : null;
}

function dateOf(change: OrgChange, key: 'validFrom' | 'validTo'): string | null {
  const holder: object = 'assignment' in change ? change.assignment : 'leave' in change ? change.leave : change;
  const value: unknown = key in holder ? Reflect.get(holder, key) : null;
  return typeof value === 'string' ? value : null;
}
