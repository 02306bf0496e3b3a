import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { OrgImportProgress } from '@fairmark/contracts/org';
import { deriveChanges, type OrgEvent } from '@fairmark/domain/changes';
import { planOrgImportSteps, type OrgChange, type OrgImportPlan } from '@fairmark/domain/org';
import { sql, type Database, type Executor } from '../../database/index.js';
import { loadSnapshot } from '../snapshot/load.js';
import { filesOf } from './rows.js';

/** Shows how far an import is and that its process lives. At most twice a second: a row rewritten more often only makes garbage. */
export class ImportProgress {
  private last = 0;

  constructor(
    private readonly database: Database,
    private readonly id: string,
  ) {}

  /** Stores the progress, unless the last one is fresh; lets other work of this process through in any case. */
  async report(progress: OrgImportProgress): Promise<void> {
    const now = Date.now();
    if (now - this.last >= 500) {
      this.last = now;
      await this.database.read.run(sql`update org_imports set progress = ${JSON.stringify(progress)}, beat_at = now() where id = ${this.id} and state in ('checking', 'applying')`);
    }
    await setImmediate();
  }
}

/** What an import would do: its writes, and the events that they mean for processes that run. */
export type PlannedImport = OrgImportPlan & { events: OrgEvent[] };

/** Plans an import against the organisation as the transaction sees it. */
export async function planImport(tx: Executor, id: string, today: string, progress: ImportProgress): Promise<PlannedImport> {
  const { files, errors } = await filesOf(tx, id);
  await progress.report({ phase: 'reading', file: null, done: 0, total: files.length });
  const current = await loadSnapshot(tx);
  const steps = planOrgImportSteps(current, files, { today });
  let step = steps.next();
  while (!step.done) {
    await progress.report(step.value);
    step = steps.next();
  }
  const plan = step.value;
  if (errors.length === 0) return { ...plan, events: plan.ok ? deriveChanges(current, plan.changes) : [] };
  return { ...plan, events: [], ok: false, changes: [], errors: [...errors, ...plan.errors], errorCount: plan.errorCount + errors.length };
}

/** Fingerprint of what an import would do. Two dry runs with the same one would write the same. */
export function planHash(changes: readonly OrgChange[]): string {
  const hash = createHash('sha256');
  for (const change of changes) hash.update(JSON.stringify(change)).update('\n');
  return hash.digest('hex');
}
