import { CsvError, parse } from 'csv-parse/sync';
import { OrgErrors, type OrgErrorCode } from '@fairmark/contracts/errors';
import { decodeText, type TextEncoding } from './decode.js';
import { detectDelimiter, type Delimiter } from './delimiter.js';
import { restore } from './formula.js';

/** Cells of a file. `records[0]` is the header; record n stands in row n + 1 of a spreadsheet. Blank lines stay, as one empty cell. */
export type CsvTable = { ok: true; records: string[][]; delimiter: Delimiter; encoding: TextEncoding };

/** Why a file cannot be read at all; `row` is the record that breaks it, 0 when unknown. */
export type CsvFailure = { ok: false; code: OrgErrorCode; row: number };

const lineEnds = ['\r\n', '\n', '\r'];

/**
 * Reads a CSV file: encoding and delimiter are detected, quoted cells may hold line breaks, neutralised formula cells come back
 * as they were before the export. Rows shorter or longer than the header are kept as they are; the caller judges them.
 */
export function readCsv(bytes: Uint8Array): CsvTable | CsvFailure {
  const decoded = decodeText(bytes);
  if (!decoded) return { ok: false, code: OrgErrors.encoding, row: 0 };
  const delimiter = detectDelimiter(decoded.text);
  try {
    const records: string[][] = parse(decoded.text, {
      delimiter,
      record_delimiter: lineEnds,
      relax_column_count: true,
      skip_empty_lines: false,
      cast: false,
      on_record: (record: string[]) => record.map(restore),
    });
    dropTrailingBlank(records);
    return records.length === 0 ? { ok: false, code: OrgErrors.emptyFile, row: 0 } : { ok: true, records, delimiter, encoding: decoded.encoding };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, code: OrgErrors.brokenCsv, row: brokenRow(error) };
  }
}

/** The parser counts finished records, so the broken one is the next. */
function brokenRow(error: CsvError): number {
  const finished: unknown = error['records'];
  return typeof finished === 'number' ? finished + 1 : 0;
}

function dropTrailingBlank(records: string[][]): void {
  while (records.at(-1)?.every((cell) => cell.trim() === '')) records.pop();
}
