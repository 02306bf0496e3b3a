import { z } from 'zod';
import { Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { AppLocale } from '../org/index.js';
import { QualityRow } from './quality.js';

/** Code of a batch as the data owner gives it; the same code with the same content changes nothing, with other content it is refused. */
export const BatchCode = z.string().trim().regex(/^[\p{L}\p{N}][\p{L}\p{N}._/ -]{0,99}$/u);

/** Query of `POST /api/metrics/imports`. `batch` and `source` count where the file has no such column. */
export const MetricImportQuery = z
  .object({ dryRun: z.enum(['true', 'false']).default('false'), batch: BatchCode.optional(), source: z.string().trim().min(1).max(100).optional() })
  .meta({ id: 'MetricImportQuery' });
export type MetricImportQuery = z.infer<typeof MetricImportQuery>;

/**
 * One finding about a file. `row` counts as a spreadsheet does, the header is row 1; 0 concerns the file. An `error` refuses the whole
 * file, a `warning` lowers the quality. `details` never repeat a refused cell.
 */
export const MetricIssue = z
  .object({ severity: z.enum(['error', 'warning']), row: z.int().min(0), column: z.string().nullable(), code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ id: 'MetricIssue' });
export type MetricIssue = z.infer<typeof MetricIssue>;

/** Answer to an import. `refused` and `dryRun` stored nothing; `unchanged`: this batch was imported before. `issues` are cut at 500, `errorCount` is the true number. */
export const MetricImportResult = z
  .object({
    state: z.enum(['applied', 'unchanged', 'dryRun', 'refused']),
    batch: z.string().nullable(),
    rows: z.int(),
    added: z.int(),
    corrected: z.int(),
    unchanged: z.int(),
    errorCount: z.int(),
    issues: z.array(MetricIssue),
    quality: z.array(QualityRow),
  })
  .meta({ id: 'MetricImportResult' });
export type MetricImportResult = z.infer<typeof MetricImportResult>;

/** A batch that was imported. */
export const MetricBatch = z
  .object({ id: Id, code: z.string(), period: z.string(), source: z.string(), rowCount: z.int(), uploadedBy: PersonRef.nullable(), createdAt: Instant })
  .meta({ id: 'MetricBatch' });
export type MetricBatch = z.infer<typeof MetricBatch>;
export const MetricBatches = z.object({ batches: z.array(MetricBatch) }).meta({ id: 'MetricBatches' });
export type MetricBatches = z.infer<typeof MetricBatches>;

/** Query of `GET /api/metrics/template`; without a language it is that of the reader. */
export const MetricTemplateQuery = z.object({ locale: AppLocale.optional() }).meta({ id: 'MetricTemplateQuery' });
export type MetricTemplateQuery = z.infer<typeof MetricTemplateQuery>;

/** Query of `GET /api/metrics/export`: values whose sub-period touches these days. */
export const MetricExportQuery = MetricTemplateQuery.extend({ from: LocalDate, to: LocalDate }).meta({ id: 'MetricExportQuery' });
export type MetricExportQuery = z.infer<typeof MetricExportQuery>;

/** Answer to an act that was recorded. */
export const MetricRecorded = z.object({ recorded: z.literal(true) }).meta({ id: 'MetricRecorded' });
export type MetricRecorded = z.infer<typeof MetricRecorded>;
