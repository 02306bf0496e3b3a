import { OrgErrors, type OrgErrorCode } from '@fairmark/contracts/errors';
import type { OrgFileKind } from '@fairmark/contracts/org';
import { parseDate } from '../dates.js';
import type { ColumnKey } from '../files/columns.js';
import type { LocalDate } from '../snapshot.js';
import type { IssueDetails, Issues } from './issues.js';

const codePattern = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u;

/** Reads the cells of one row after another; every fault is recorded with row and column, and `failed` says that the row is unusable. */
export class RowReader {
  row = 0;
  failed = false;
  private record: readonly string[] = [];
  private readonly named = new Map<string, string>();

  constructor(
    private readonly file: OrgFileKind,
    private readonly positions: ReadonlyMap<ColumnKey, number>,
    private readonly issues: Issues,
    private readonly width: number,
  ) {}

  /** Turns to a row. Returns false for a blank one. */
  load(record: readonly string[], row: number): boolean {
    this.record = record;
    this.row = row;
    this.failed = false;
    if (record.every((cell) => cell.trim() === '')) return false;
    if (record.slice(this.width).some((cell) => cell.trim() !== '')) this.refuse(null, OrgErrors.extraCell, { cells: record.length, columns: this.width });
    return true;
  }

  refuse(column: ColumnKey | null, code: OrgErrorCode, details: IssueDetails = {}): void {
    this.failed = true;
    this.issues.add(this.file, this.row, column, code, details);
  }

  /** Whether the file has the column at all; a missing optional column leaves facts as they are. */
  has(key: ColumnKey): boolean {
    return this.positions.has(key);
  }

  /** The trimmed cell, null when empty or missing. */
  text(key: ColumnKey, max = 200): string | null {
    const index = this.positions.get(key);
    const cell = index === undefined ? '' : (this.record[index] ?? '').trim();
    if (cell.length > max) this.refuse(key, OrgErrors.tooLong, { max });
    return cell === '' ? null : cell;
  }

  /** The trimmed cell, which must not be empty. */
  need(key: ColumnKey, max = 200): string {
    const cell = this.text(key, max);
    if (cell === null) this.refuse(key, OrgErrors.required);
    return cell ?? '';
  }

  /** A number or code: letters, digits, dot, dash, underscore, slash; at most 40 characters. */
  needCode(key: ColumnKey): string {
    return this.checkCode(key, this.need(key)) ?? '';
  }

  /** A number or code that refers to something else, or null. Many rows name the same one: it is kept once. */
  code(key: ColumnKey): string | null {
    const code = this.checkCode(key, this.text(key));
    if (code === null) return null;
    const known = this.named.get(code);
    if (known === undefined) this.named.set(code, code);
    return known ?? code;
  }

  /** A date, or null when empty. */
  date(key: ColumnKey): LocalDate | null {
    const cell = this.text(key);
    if (cell === null) return null;
    const date = parseDate(cell);
    if (date === null) this.refuse(key, OrgErrors.badDate);
    return date;
  }

  /** A date that must be there. */
  needDate(key: ColumnKey): LocalDate {
    if (this.need(key) === '') return '';
    return this.date(key) ?? '';
  }

  /** Codes separated by `|`, `、`, comma or semicolon of either script; sorted, each once. */
  codes(key: ColumnKey): string[] {
    const parts = (this.text(key, 2_000) ?? '').split(/[|、,，;；]/).map((part) => part.trim());
    return [...new Set(parts.filter((part) => part !== ''))].sort();
  }

  private checkCode(key: ColumnKey, cell: string | null): string | null {
    if (cell !== null && cell !== '' && !codePattern.test(cell)) this.refuse(key, OrgErrors.badCode);
    return cell;
  }
}
