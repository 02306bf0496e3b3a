import type { ExportKind, ExportView } from '@fairmark/contracts/exports';
import { exportState } from '@fairmark/domain/exports';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { enqueue } from '../process/index.js';

/** An export as it is stored. */
export interface ExportRow {
  id: string;
  kind: ExportKind;
  cycle: { id: string; name: string } | null;
  requestedBy: string;
  requestedAt: string;
  readyAt: string | null;
  expiresAt: string | null;
  bytes: number | null;
}

const SHOWN = 50;
const columns = sql`
  x.id, x.kind, case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as cycle, x.requested_by as "requestedBy", x.requested_at as "requestedAt", x.ready_at as "readyAt", x.expires_at as "expiresAt", x.bytes`;
const tables = sql`exports x left join cycles c on c.id = x.cycle_id`;

/** Asks for a file. While one of the same person and matter is being built, that one is answered: a second click asks for nothing more. */
export async function requestExport(tx: Executor, { kind, cycleId, by, at }: { kind: ExportKind; cycleId: string | null; by: string; at: string }): Promise<string> {
  const made = await tx.one(sql<{ id: string }>`insert into exports (kind, cycle_id, requested_by, requested_at) values (${kind}, ${cycleId}::uuid, ${by}, ${at}) on conflict do nothing returning id`);
  if (!made) return String((await tx.one(sql<{ id: string }>`select id from exports where kind = ${kind} and requested_by = ${by} and cycle_id is not distinct from ${cycleId}::uuid and ready_at is null`))?.id);
  await enqueue(tx, 'export', { exportId: made.id });
  await appendAudit(tx, `exports/${by}`, { actorId: by }, at, [{ action: 'export.requested', object: made.id, after: { kind, cycleId } }]);
  return made.id;
}

/** What somebody asked for, newest first. */
export async function exportsOf(read: Executor, employeeId: string): Promise<ExportRow[]> {
  return read.all(sql<ExportRow>`select ${columns} from ${tables} where x.requested_by = ${employeeId} order by x.requested_at desc, x.id limit ${SHOWN}`);
}

/** One export of somebody; undefined when it is another person's. */
export async function exportOf(read: Executor, id: string, employeeId: string): Promise<ExportRow | undefined> {
  return read.one(sql<ExportRow>`select ${columns} from ${tables} where x.id = ${id} and x.requested_by = ${employeeId}`);
}

export function exportView({ requestedBy: _requestedBy, ...row }: ExportRow, now: string): ExportView {
  return { ...row, state: exportState(row, now) };
}

/** Notes that the file was taken. */
export async function noteDownload(tx: Executor, { id, requestedBy, kind }: ExportRow, at: string): Promise<void> {
  await appendAudit(tx, `exports/${requestedBy}`, { actorId: requestedBy }, at, [{ action: 'export.downloaded', object: id, after: { kind } }]);
}
