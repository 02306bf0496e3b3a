import type { OrgFileKind } from '@fairmark/contracts/org';
import { emptySnapshot, type OrgSnapshot } from '../snapshot.js';
import { applyChanges } from './apply.js';
import type { OrgFile } from './files.js';
import { planOrgImport, type OrgImportPlan } from './plan.js';

/** The day on which the tests import. */
export const today = '2026-06-01';

/** A file of a set from its text. */
export function file(kind: OrgFileKind, text: string): OrgFile {
  return { kind, bytes: new TextEncoder().encode(text) };
}

const people = 'number,name,email,zone,locale,region,department,position,manager_number,hired_on,left_on,effective_date\n';

/** A person in short: number, manager, hired, left, effective; the rest is filled in. */
export type ShortRow = readonly [number: string, manager?: string, hired?: string, left?: string, effective?: string];

/** An employees file from short rows. */
export function employees(...rows: readonly ShortRow[]): OrgFile {
  const line = ([number, manager = '', hired = '2020-01-01', left = '', effective = '']: ShortRow) =>
    `${number},Name ${number},${number.toLowerCase()}@fairmark.example,Asia/Shanghai,zh-CN,APAC,OPS,OP,${manager},${hired},${left},${effective}`;
  return file('employees', people + rows.map(line).join('\n'));
}

/** Department OPS and position OP, which `employees` refers to. */
export const base: readonly OrgFile[] = [file('departments', 'code,name\nOPS,运营\n'), file('positions', 'code,name\nOP,专员\n')];

/** A dry run against an organisation. */
export function plan(snapshot: OrgSnapshot, files: readonly OrgFile[], day = today): OrgImportPlan {
  return planOrgImport(snapshot, files, { today: day });
}

/** An organisation made by imports one after another, each of which must be accepted. */
export function organisation(...imports: readonly (readonly OrgFile[])[]): OrgSnapshot {
  const snapshot = emptySnapshot();
  for (const files of imports) {
    const result = plan(snapshot, files);
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    applyChanges(snapshot, result.changes);
  }
  return snapshot;
}

/** Refusals as `file row column code`. */
export function refusals(result: OrgImportPlan): string[] {
  return result.errors.map((error) => `${error.file} ${error.row} ${error.column ?? '-'} ${error.code}`);
}
