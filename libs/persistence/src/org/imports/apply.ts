import { orgPageErrors } from '@fairmark/contracts/errors';
import { lineOf, type OrgChange } from '@fairmark/domain/org';
import type { AuditSpec } from '@fairmark/domain/process';
import { appendAudit } from '../../audit/index.js';
import { sql, type Database, type Executor } from '../../database/index.js';
import { importChanges } from '../../changes/importChanges.js';
import { registerChanges } from '../../changes/register.js';
import { lockOrganisation } from '../lock.js';
import { endSessionsOfLeavers } from '../write/employees.js';
import { writeChanges } from '../write/index.js';
import { storePlan } from './check.js';
import { ImportProgress, planHash, planImport } from './run.js';

/** `stale`: the organisation has changed since the dry run; a new preview is stored and nothing is written. */
export type ApplyOutcome = 'applied' | 'stale' | 'refused';

/** Lines of one audit entry: an import of 100,000 people makes hundreds of entries, not hundreds of thousands. */
const auditPage = 500;

/** Takes an import for applying. False when it is not ready, or another process is at it. */
export async function claimApply(tx: Executor, id: string): Promise<boolean> {
  return (await tx.run(sql`
    update org_imports set state = 'applying', progress = '{}', result = null, beat_at = now()
    where id = ${id} and (state = 'ready' or (state = 'applying' and beat_at < now() - interval '30 seconds'))`)) === 1;
}

/**
 * Writes a claimed import: all or nothing, one import after another. It is planned again inside the transaction, and only what the
 * preview showed is written. `by` is null for a script that the operator runs.
 */
export async function applyImport(database: Database, id: string, by: string | null, today: string): Promise<ApplyOutcome> {
  const progress = new ImportProgress(database, id);
  try {
    return await database.transaction(async (tx) => {
      await lockOrganisation(tx);
      return planAndWrite(tx, { id, by, today }, progress);
    });
  } catch (error) {
    await database.read.run(sql`update org_imports set state = 'ready', progress = '{}', result = ${JSON.stringify({ failure: 'INTERNAL' })} where id = ${id} and state = 'applying'`);
    throw error;
  }
}

async function planAndWrite(tx: Executor, { id, by, today }: { id: string; by: string | null; today: string }, progress: ImportProgress): Promise<ApplyOutcome> {
  const shown = await tx.one(sql<{ state: string; hash: string; contentHash: string }>`select state, plan_hash as hash, content_hash as "contentHash" from org_imports where id = ${id}`);
  if (shown?.state === 'applied') return 'applied';
  const plan = await planImport(tx, id, today, progress);
  const hash = planHash(plan.changes);
  if (!plan.ok || hash !== shown?.hash) {
    await storePlan(tx, id, plan, today, await importChanges(tx, plan.events, today));
    await tx.run(sql`update org_imports set result = ${JSON.stringify({ failure: orgPageErrors.previewStale })} where id = ${id}`);
    return plan.ok ? 'stale' : 'refused';
  }
  const total = plan.changes.length;
  await writeChanges(tx, plan.changes, (done) => progress.report({ phase: 'writing', file: null, done, total }));
  await registerChanges(tx, plan.events, { source: 'import', origin: `import/${id}`, importId: id, by, at: new Date().toISOString(), today });
  await endSessionsOfLeavers(tx, today);
  await appendAudit(tx, `org/import/${id}`, { actorId: by }, new Date().toISOString(), auditOf(id, plan.changes, { contentHash: shown.contentHash, planHash: hash, today }));
  await tx.run(sql`update org_imports set state = 'applied', applied_by = ${by}, applied_at = now(), progress = '{}', errors = null where id = ${id}`);
  await tx.run(sql`delete from org_import_files where import_id = ${id}`);
  return 'applied';
}

/** Who changed what of whom, by numbers, codes and dates; names and addresses stay out of a record that cannot be erased. */
function auditOf(id: string, changes: readonly OrgChange[], after: Record<string, unknown>): AuditSpec[] {
  const specs: AuditSpec[] = [{ action: 'org.importApplied', object: id, after: { ...after, changes: changes.length } }];
  for (let start = 0; start < changes.length; start += auditPage) {
    const lines = changes.slice(start, start + auditPage).map((change) => {
      const { op, subject, fields, value, from, to } = lineOf(change);
      return [op, subject, fields.join(' '), value, from, to];
    });
    specs.push({ action: 'org.changed', object: id, after: lines });
  }
  return specs;
}
