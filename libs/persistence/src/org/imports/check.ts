import type { ImportChanges } from '@fairmark/contracts/changes';
import { previewOf, type OrgImportPlan } from '@fairmark/domain/org';
import { importChanges } from '../../changes/importChanges.js';
import { sql, type Database, type Executor } from '../../database/index.js';
import { ImportProgress, planHash, planImport } from './run.js';

/**
 * Dry run of an import: plans it against the organisation as it is and stores what it would do. `today` is the day from which rows without a date
 * hold. Nothing of the organisation is written.
 */
export async function checkImport(database: Database, id: string, today: string): Promise<void> {
  const progress = new ImportProgress(database, id);
  try {
    const { plan, changes } = await database.transaction(async (tx) => {
      await tx.run(sql`set transaction isolation level repeatable read, read only`);
      const found = await planImport(tx, id, today, progress);
      return { plan: found, changes: await importChanges(tx, found.events, today) };
    });
    await storePlan(database.read, id, plan, today, changes);
  } catch (error) {
    await database.read.run(sql`update org_imports set state = 'refused', result = ${JSON.stringify({ failure: 'INTERNAL' })} where id = ${id} and state = 'checking'`);
    throw error;
  }
}

/** Puts an interrupted or outdated dry run back to its beginning. False when the import is not in a state for that. */
export async function restartCheck(tx: Executor, id: string): Promise<boolean> {
  return (await tx.run(sql`
    update org_imports set state = 'checking', progress = '{}', result = null, beat_at = now() where id = ${id}
      and (state in ('ready', 'refused') or (state in ('checking', 'applying') and beat_at < now() - interval '30 seconds'))`)) === 1;
}

/** Stores the outcome of a dry run. */
export async function storePlan(tx: Executor, id: string, plan: OrgImportPlan, today: string, changes: ImportChanges): Promise<void> {
  const state = plan.ok ? 'ready' : 'refused';
  await tx.run(sql`
    update org_imports set state = ${state}, preview = ${JSON.stringify(previewOf(plan))}, errors = ${JSON.stringify(plan.errors)}, plan_hash = ${planHash(plan.changes)}, changes = ${JSON.stringify(changes)},
      today = ${today}, progress = '{}', beat_at = now() where id = ${id} and state <> 'applied'`);
}
