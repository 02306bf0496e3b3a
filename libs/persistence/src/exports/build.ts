import { expiryOf } from '@fairmark/domain/exports';
import { sql, type Executor } from '../database/index.js';
import { notify } from '../process/index.js';
import { payrollExport } from './payroll.js';
import { personalExport } from './personal.js';
import type { ExportRow } from './rows.js';

/** The request behind a job, locked; undefined when its file is there already: the job ran before. */
export async function takeExport(tx: Executor, id: string): Promise<Pick<ExportRow, 'id' | 'kind' | 'requestedBy'> & { cycleId: string | null } | undefined> {
  return tx.one(sql<Pick<ExportRow, 'id' | 'kind' | 'requestedBy'> & { cycleId: string | null }>`select id, kind, requested_by as "requestedBy", cycle_id as "cycleId" from exports where id = ${id} and ready_at is null for update`);
}

/** What the file says, as of now and inside the scope that who asked has now. */
export function exportContent(tx: Executor, { kind, cycleId, requestedBy }: { kind: ExportRow['kind']; cycleId: string | null; requestedBy: string }, now: string): Promise<string> {
  return kind === 'payroll' ? payrollExport(tx, { cycleId: String(cycleId), actorId: requestedBy, now }) : personalExport(tx, requestedBy, now);
}

/** The file is there: who asked is told, once. */
export async function settleExport(tx: Executor, { id, requestedBy }: { id: string; requestedBy: string }, bytes: number, now: string): Promise<void> {
  await tx.run(sql`update exports set ready_at = ${now}, expires_at = ${expiryOf(now)}, bytes = ${bytes} where id = ${id}`);
  await notify(tx, { employeeId: requestedBy, kind: 'export.ready', link: '/exports' });
}

/** Files whose time is over, locked, to delete. */
export async function expiredExports(tx: Executor, now: string, limit: number): Promise<string[]> {
  return (await tx.all(sql<{ id: string }>`select id from exports where expires_at <= ${now} and deleted_at is null order by expires_at limit ${limit} for update skip locked`)).map((row) => row.id);
}

export async function noteDeleted(tx: Executor, ids: readonly string[], now: string): Promise<void> {
  await tx.run(sql`update exports set deleted_at = ${now} where id = any(${[...ids]}::uuid[])`);
}
