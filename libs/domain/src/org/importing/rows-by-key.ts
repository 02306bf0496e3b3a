import { OrgErrors } from '@fairmark/contracts/errors';
import type { RowReader } from './row-reader.js';

/** Remembers in which row each code of a file stands and refuses a second one. */
export class RowsByKey {
  private readonly rows = new Map<string, number>();

  /** Takes a code for the row being read; a taken one is refused there. */
  claim(reader: RowReader, column: 'code', key: string): void {
    const firstRow = this.rows.get(key);
    if (firstRow === undefined) this.rows.set(key, reader.row);
    else reader.refuse(column, OrgErrors.duplicateCode, { code: key, firstRow });
  }

  /** The row of a key; 0 when the file does not hold it. */
  rowOf(key: string): number {
    return this.rows.get(key) ?? 0;
  }
}
