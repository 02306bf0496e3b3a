import { metricsErrors } from '@fairmark/contracts/errors';
import type { MetricIssue } from '@fairmark/contracts/metrics';
import { readCsv } from '../org/csv/index.js';
import { columnOf, METRIC_COLUMNS, type MetricColumn } from './columns.js';
import { personalDataIn } from './personalData.js';
import { readRow, type Report } from './readRow.js';
import { keyOf, type Cells, type MetricNames, type MetricRow } from './rows.js';

/** A file that was read: its values, or why it is refused. `content` is the values in one spelling, for a hash: another order or encoding of the file is the same batch. */
export interface MetricFile {
  batch: string | null;
  rows: MetricRow[];
  issues: MetricIssue[];
  content: string;
}

/** Batch and source where the file has no such column. */
export interface MetricFileDefaults {
  batch?: string | undefined;
  source?: string | undefined;
}

/**
 * Reads a CSV file of indicator values. All or nothing: one refused cell refuses the file. Cells that look like end users' data are found
 * first, in every column and also in the header, and nothing of them is repeated.
 */
export function readMetricFile(bytes: Uint8Array, names: MetricNames, defaults: MetricFileDefaults = {}): MetricFile {
  const table = readCsv(bytes);
  if (!table.ok) return refused([issue(table.row, null, table.code)]);
  const [header = [], ...records] = table.records;
  const positions = new Map<MetricColumn, number>();
  const headerIssues = [...personalIssues(1, header, []), ...matchHeader(header, positions, defaults)];
  if (headerIssues.length > 0) return refused(headerIssues);
  const keys = header.map((cell) => columnOf(cell) ?? null);
  const issues: MetricIssue[] = [];
  const rows: MetricRow[] = [];
  const batches = new Set<string>();
  records.forEach((record, index) => {
    if (record.every((cell) => cell.trim() === '')) return;
    const found = readRecord(index + 2, record, { keys, positions, names, defaults, batches });
    issues.push(...found.issues);
    if (found.row) rows.push(found.row);
  });
  issues.push(...repeated(rows), ...batchIssues(batches));
  return { batch: [...batches][0] ?? null, rows: issues.length > 0 ? [] : rows, issues, content: contentOf(rows) };
}

interface Reading {
  keys: readonly (MetricColumn | null)[];
  positions: ReadonlyMap<MetricColumn, number>;
  names: MetricNames;
  defaults: MetricFileDefaults;
  batches: Set<string>;
}

function readRecord(row: number, record: readonly string[], { keys, positions, names, defaults, batches }: Reading): { issues: MetricIssue[]; row?: MetricRow } {
  const personal = personalIssues(row, record, keys);
  if (personal.length > 0) return { issues: personal };
  const cell = (column: MetricColumn) => record[positions.get(column) ?? -1]?.trim() ?? '';
  const cells = Object.fromEntries(METRIC_COLUMNS.map((column) => [column, cell(column)])) as Record<MetricColumn, string>;
  cells.source ||= defaults.source ?? '';
  cells.batch ||= defaults.batch ?? '';
  const issues: MetricIssue[] = [];
  const report: Report = (column, code, details) => issues.push(issue(row, column, code, details));
  if (cells.batch === '') report('batch', metricsErrors.required);
  else batches.add(cells.batch);
  const value = readRow(row, cells satisfies Cells, names, report);
  return value && issues.length === 0 ? { issues, row: value } : { issues };
}

const issue = (row: number, column: string | null, code: string, details: MetricIssue['details'] = {}): MetricIssue => ({ severity: 'error', row, column, code, details });

const refused = (issues: MetricIssue[]): MetricFile => ({ batch: null, rows: [], issues, content: '' });

function personalIssues(row: number, record: readonly string[], keys: readonly (MetricColumn | null)[]): MetricIssue[] {
  return record.flatMap((cell, index) => {
    const kind = personalDataIn(cell);
    return kind ? [issue(row, keys[index] ?? String(index + 1), metricsErrors.personalData, { kind })] : [];
  });
}

/** An unknown column is named by its number: its header may be anything. */
function matchHeader(header: readonly string[], positions: Map<MetricColumn, number>, defaults: MetricFileDefaults): MetricIssue[] {
  const issues = header.flatMap((cell, index) => {
    const column = columnOf(cell);
    if (!column) return cell.trim() === '' ? [] : [issue(1, String(index + 1), metricsErrors.unknownColumn)];
    if (positions.has(column)) return [issue(1, column, metricsErrors.duplicateColumn)];
    positions.set(column, index);
    return [];
  });
  const needed: MetricColumn[] = ['indicator', 'sub_period', 'value', ...(defaults.source ? [] : ['source' as const]), ...(defaults.batch ? [] : ['batch' as const])];
  const missing = needed.filter((column) => !positions.has(column));
  if (!positions.has('community') && !positions.has('employee')) missing.push('community');
  return [...issues, ...missing.map((column) => issue(1, column, metricsErrors.missingColumn))];
}

function repeated(rows: readonly MetricRow[]): MetricIssue[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const earlier = first.get(keyOf(row));
    if (earlier !== undefined) return [issue(row.row, null, metricsErrors.duplicateRow, { earlierRow: earlier })];
    first.set(keyOf(row), row.row);
    return [];
  });
}

function batchIssues(batches: ReadonlySet<string>): MetricIssue[] {
  if (batches.size > 1) return [issue(0, 'batch', metricsErrors.severalBatches, { count: batches.size })];
  return [];
}

function contentOf(rows: readonly MetricRow[]): string {
  return rows.map((row) => JSON.stringify([keyOf(row), row.startsOn, row.endsOn, row.value, row.weight])).sort().join('\n');
}
