import { OrgErrors } from '@fairmark/contracts/errors';
import type { OrgFileKind } from '@fairmark/contracts/org';
import { readCsv } from '../csv/index.js';
import type { ColumnKey } from '../files/columns.js';
import { matchHeader } from '../files/header.js';
import { Issues } from './issues.js';
import { RowReader } from './row-reader.js';

/** An uploaded file of the set. */
export type OrgFile = { kind: OrgFileKind; bytes: Uint8Array };

/**
 * A readable file: its data rows and where each column stands. `records[0]` is row 2 of the spreadsheet; `rows` counts those that are not blank. A planner
 * that is through with the records drops them: with 100,000 rows they weigh as much as the plan.
 */
export type OrgTable = { kind: OrgFileKind; records: readonly string[][]; rows: number; positions: Map<ColumnKey, number>; width: number };

/** Reads the files of a set. Unreadable ones, a kind given twice and wrong headers are refused; the others are returned by kind. */
export function readFiles(files: readonly OrgFile[], issues: Issues): Map<OrgFileKind, OrgTable> {
  const tables = new Map<OrgFileKind, OrgTable>();
  for (const file of files) {
    if (tables.has(file.kind)) {
      issues.add(file.kind, 0, null, OrgErrors.duplicateFile);
      continue;
    }
    const table = readFile(file, issues);
    if (table) tables.set(file.kind, table);
  }
  return tables;
}

function readFile(file: OrgFile, issues: Issues): OrgTable | null {
  const csv = readCsv(file.bytes);
  if (!csv.ok) {
    issues.add(file.kind, csv.row, null, csv.code);
    return null;
  }
  const [header = [], ...records] = csv.records;
  const match = matchHeader(file.kind, header);
  for (const error of match.errors) issues.push(error, file.kind);
  return match.errors.length > 0 ? null : { kind: file.kind, records, rows: records.filter((record) => record.some((cell) => cell.trim() !== '')).length, positions: match.positions, width: header.length };
}

/** A reader for the rows of a table. */
export function readerFor(table: OrgTable, issues: Issues): RowReader {
  return new RowReader(table.kind, table.positions, issues, table.width);
}
