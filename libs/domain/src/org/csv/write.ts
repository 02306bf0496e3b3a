import { stringify } from 'csv-stringify/sync';
import type { Delimiter } from './delimiter.js';
import { neutralise } from './formula.js';

/** How a file is written: comma and byte order mark unless told otherwise. Without the mark Excel reads Chinese as garbage. */
export type WriteOptions = { delimiter?: Delimiter; bom?: boolean };

/** A CSV file as UTF-8 bytes with CRLF line ends; cells that a spreadsheet would run as formulas are neutralised. */
export function writeCsv(records: readonly (readonly string[])[], options: WriteOptions = {}): Uint8Array {
  const text = stringify(records.map((record) => record.map(neutralise)), {
    delimiter: options.delimiter ?? ',',
    record_delimiter: '\r\n',
    quoted_match: /[\r\n,;\t]/,
    bom: options.bom ?? true,
  });
  return new TextEncoder().encode(text);
}
