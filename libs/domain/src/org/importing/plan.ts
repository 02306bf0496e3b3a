import type { OrgFileSummary, OrgImportError, OrgImportProgress } from '@fairmark/contracts/org';
import { fileKinds } from '../files/columns.js';
import type { OrgSnapshot } from '../snapshot.js';
import { adoptFounders } from './adopt.js';
import { planAssignments } from './assignments.js';
import { ChangeList, type OrgChange } from './changes.js';
import { planCommunities } from './communities.js';
import { PlanContext, type PlanOptions } from './context.js';
import { planDepartmentHeads, planDepartments, planPositions } from './departments.js';
import { readEmployees, type EmployeeRow } from './employee-rows.js';
import { checkEmails, draftEmployees, emitEmployees } from './employees.js';
import { readFiles, type OrgFile } from './files.js';
import { Issues } from './issues.js';
import { planLeaves } from './leaves.js';
import { checkManagers } from './managers.js';

/**
 * Outcome of a dry run. All or nothing: with one refusal there are no changes to write, only the summaries of what would have been.
 * `errors` are cut at 20,000, `errorCount` is the true number.
 */
export type OrgImportPlan = {
  ok: boolean;
  changes: OrgChange[];
  summaries: OrgFileSummary[];
  errors: OrgImportError[];
  errorCount: number;
};

/**
 * Plans the import of an organisation file set against the organisation as it is, without writing anything. Importing the same files again plans
 * nothing. Files name what is; people and things that they do not mention stay untouched, nothing is ever deleted by its absence.
 */
export function planOrgImport(
  current: OrgSnapshot,
  files: readonly OrgFile[],
  options: PlanOptions & { onProgress?: (progress: OrgImportProgress) => void },
): OrgImportPlan {
  const steps = planOrgImportSteps(current, files, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    options.onProgress?.(step.value);
  }
}

/** The same as a generator that pauses every few thousand rows, for callers that must let other work through in between. */
export function* planOrgImportSteps(
  current: OrgSnapshot,
  files: readonly OrgFile[],
  options: PlanOptions,
): Generator<OrgImportProgress, OrgImportPlan, void> {
  const issues = new Issues();
  yield { phase: 'reading', file: null, done: 0, total: files.length };
  const tables = readFiles(files, issues);
  const changes = new ChangeList();
  const context = new PlanContext(adoptFounders(current, tables.get('employees'), changes), tables, options, issues, changes);
  yield { phase: 'reading', file: null, done: files.length, total: files.length };
  const departmentRows = planDepartments(context);
  planPositions(context);
  const groups = new Map<string, EmployeeRow[]>();
  yield* readEmployees(context, groups);
  yield* draftEmployees(context, groups);
  groups.clear();
  checkEmails(context);
  yield* checkManagers(context);
  planDepartmentHeads(context, departmentRows);
  yield* emitEmployees(context);
  planLeaves(context);
  planCommunities(context);
  yield* planAssignments(context);
  return outcome(context);
}

function outcome(context: PlanContext): OrgImportPlan {
  const { issues, changes, tables } = context;
  const ok = issues.count === 0;
  const summaries = fileKinds.flatMap((file) => {
    const table = tables.get(file);
    if (!table) return [];
    const { rows } = table;
    const counts = changes.countsOf(file);
    const unchanged = Math.max(0, rows - counts.added - counts.changed - counts.ended - issues.of(file));
    return [{ file, rows, ...counts, unchanged, errors: issues.of(file) }];
  });
  return { ok, changes: ok ? changes.ordered() : [], summaries, errors: issues.list, errorCount: issues.count };
}
