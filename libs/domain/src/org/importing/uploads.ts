import { OrgErrors } from '@fairmark/contracts/errors';
import type { OrgFileKind, OrgImportError } from '@fairmark/contracts/org';
import { readCsv } from '../csv/index.js';
import { guessFileKind } from '../files/header.js';
import type { OrgFile } from './files.js';

/** A file as it was uploaded; `kind` when the uploader said what it is. */
export type Upload = { name: string; bytes: Uint8Array; kind?: OrgFileKind | undefined };

/** Uploads by kind, and a refusal for each whose kind nobody can tell. */
export type SortedUploads = { files: (OrgFile & { name: string })[]; errors: OrgImportError[] };

/** Finds out what each uploaded file is: as said, else by its name, else by its columns. */
export function sortUploads(uploads: readonly Upload[]): SortedUploads {
  const sorted: SortedUploads = { files: [], errors: [] };
  for (const { name, bytes, kind } of uploads) {
    const known = kind ?? guessFileKind(name, headerOf(bytes));
    if (known) sorted.files.push({ kind: known, name, bytes });
    else sorted.errors.push({ file: name, row: 0, column: null, code: OrgErrors.unknownFile, details: {} });
  }
  return sorted;
}

/** The first row alone: an organisation of 100,000 rows is not read twice to learn its columns. */
function headerOf(bytes: Uint8Array): string[] {
  const end = bytes.indexOf(0x0a);
  const csv = readCsv(end === -1 ? bytes : bytes.subarray(0, end));
  return csv.ok ? (csv.records[0] ?? []) : [];
}
