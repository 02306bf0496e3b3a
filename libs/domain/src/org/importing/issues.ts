import type { OrgErrorCode } from '@fairmark/contracts/errors';
import type { OrgFileKind, OrgImportError } from '@fairmark/contracts/org';
import type { ColumnKey } from '../files/columns.js';

/** Details of a refusal: numbers, codes and dates of the file. */
export type IssueDetails = OrgImportError['details'];

/** So many refusals are kept word for word; a file with more has one fault in every row and needs no longer list. */
export const keptIssues = 20_000;

/** Collects refusals of one dry run. */
export class Issues {
  readonly list: OrgImportError[] = [];
  count = 0;
  private readonly perFile = new Map<OrgFileKind, number>();

  /** Adds a refusal; `row` counts the header as 1. */
  add(file: OrgFileKind, row: number, column: ColumnKey | null, code: OrgErrorCode, details: IssueDetails = {}): void {
    this.push({ file, row, column, code, details }, file);
  }

  /** Adds a refusal made elsewhere (header, reading). */
  push(error: OrgImportError, file: OrgFileKind): void {
    this.count += 1;
    this.perFile.set(file, (this.perFile.get(file) ?? 0) + 1);
    if (this.list.length < keptIssues) this.list.push(error);
  }

  /** Refusals in one file. */
  of(file: OrgFileKind): number {
    return this.perFile.get(file) ?? 0;
  }
}
