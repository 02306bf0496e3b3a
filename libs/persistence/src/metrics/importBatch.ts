import { createHash } from 'node:crypto';
import { metricsErrors } from '@fairmark/contracts/errors';
import type { MetricImportResult, MetricIssue, QualityRow } from '@fairmark/contracts/metrics';
import type { MetricFile } from '@fairmark/domain/metrics';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { refreshQuality, type CheckedQuality, type QualityKey } from './refreshQuality.js';
import { storeValues } from './store.js';

/** Chain of the audit record for acts on indicator data. */
export const METRICS_CHAIN = 'metrics';
/** Issues that an answer carries; the count is always the true one. */
const MOST_ISSUES = 500;

export interface MetricImport {
  file: MetricFile;
  uploadedBy: string;
  /** ISO instant. */
  now: string;
}

/**
 * Imports a read file in the caller's transaction: all or nothing, once per batch code and content. A dry run is the same import in a
 * transaction that the caller rolls back.
 */
export async function importMetrics(tx: Executor, { file, uploadedBy, now }: MetricImport): Promise<MetricImportResult> {
  const errors = file.issues.filter((issue) => issue.severity === 'error');
  if (errors.length > 0 || file.batch === null) return answer('refused', file, { issues: file.issues });
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('metrics.import'))`);
  const hash = createHash('sha256').update(file.content).digest('hex');
  const earlier = await tx.one(sql<{ hash: string }>`select content_hash as hash from metric_batches where code = ${file.batch}`);
  if (earlier?.hash === hash) return answer('unchanged', file, { unchanged: file.rows.length });
  if (earlier) return answer('refused', file, { issues: [{ severity: 'error', row: 0, column: 'batch', code: metricsErrors.batchReused, details: {} }] });
  const batchId = await insertBatch(tx, file, file.batch, hash, uploadedBy, now);
  const stored = await storeValues(tx, batchId, file.rows);
  const quality = await refreshQuality(tx, keysOf(file), now);
  await tx.run(sql`update metric_batches set checks = ${JSON.stringify(quality.map(({ indicatorId, subPeriod, qualityBp, checks }) => ({ indicatorId, subPeriod, qualityBp, checks })))} where id = ${batchId}`);
  await appendAudit(tx, METRICS_CHAIN, { actorId: uploadedBy }, now, [{ action: 'metrics.imported', object: batchId, after: { batch: file.batch, contentHash: hash, rows: file.rows.length, ...stored } }]);
  return answer('applied', file, { ...stored, issues: await warnings(tx, batchId, file, quality), quality: quality.map((one) => rowOf(one, now)) });
}

function answer(state: MetricImportResult['state'], file: MetricFile, change: Partial<MetricImportResult>): MetricImportResult {
  const issues = change.issues ?? [];
  const errorCount = issues.filter((issue) => issue.severity === 'error').length;
  return { state, batch: file.batch, rows: file.rows.length, added: 0, corrected: 0, unchanged: 0, quality: [], ...change, errorCount, issues: issues.slice(0, MOST_ISSUES) };
}

const rowOf = ({ indicatorId, subPeriod, qualityBp, checks }: CheckedQuality, now: string): QualityRow => ({ indicatorId, subPeriod, qualityBp, checks, updatedAt: now, acceptances: [] });

async function insertBatch(tx: Executor, file: MetricFile, code: string, hash: string, uploadedBy: string, now: string): Promise<string> {
  const ends = file.rows.flatMap((row) => [row.startsOn, row.endsOn]).sort();
  const sources = [...new Set(file.rows.map((row) => row.source))].sort().join(', ');
  const row = await tx.one(sql<{ id: string }>`
    insert into metric_batches (code, period, source, uploaded_by, row_count, content_hash, created_at)
    values (${code}, ${`${ends[0] ?? ''}/${ends.at(-1) ?? ''}`}, ${sources.slice(0, 500)}, ${uploadedBy}, ${file.rows.length}, ${hash}, ${now}) returning id`);
  return (row as { id: string }).id;
}

function keysOf(file: MetricFile): QualityKey[] {
  const keys = new Map(file.rows.map((row) => [`${row.indicatorId} ${row.subPeriod}`, row]));
  return [...keys.values()].map(({ indicatorId, subPeriod, startsOn, endsOn }) => ({ indicatorId, subPeriod, startsOn, endsOn }));
}

/** Values of this batch that failed a check, as rows of its file. */
async function warnings(tx: Executor, batchId: string, file: MetricFile, quality: readonly CheckedQuality[]): Promise<MetricIssue[]> {
  const failed = quality.flatMap((one) => one.failed);
  if (failed.length === 0) return [];
  const rows = await tx.all(sql<{ id: string; key: string }>`
    select v.id, v.indicator || ' ' || coalesce(c.code, e.number) || ' ' || v.sub_period || ' ' || v.source as key from metric_values v
    left join communities c on c.id = v.community_id left join employees e on e.id = v.employee_id where v.batch_id = ${batchId}`);
  const lines = new Map(file.rows.map((row) => [`${row.indicatorId} ${row.community ?? row.employee ?? ''} ${row.subPeriod} ${row.source}`, row.row]));
  const lineOf = new Map(rows.map((row) => [row.id, lines.get(row.key) ?? 0]));
  const issues = failed.map(({ id, code }): MetricIssue => ({ severity: 'warning', row: lineOf.get(id) ?? 0, column: 'value', code, details: {} }));
  return issues.filter((issue) => issue.row > 0).sort((a, b) => a.row - b.row);
}
