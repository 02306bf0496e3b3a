import { OrgErrors } from '@fairmark/contracts/errors';
import type { AppLocale, OrgFileKind, OrgImportError } from '@fairmark/contracts/org';
import { columnsOf, fileKinds, type Column, type ColumnKey } from './columns.js';

/** Which column stands where; null for the error column of a returned file, which is ignored. */
export type HeaderMatch = { positions: Map<ColumnKey, number>; locale: AppLocale; errors: OrgImportError[] };

/** Headers of the column that a returned file carries; it may be uploaded again as it is. */
export const errorHeader: Readonly<Record<AppLocale, string>> = { en: 'error', 'zh-CN': '错误' };

/** Recognises the columns of a header row: English or Chinese, any case, with or without spaces, dashes and underscores. */
export function matchHeader(kind: OrgFileKind, header: readonly string[]): HeaderMatch {
  const known = spellings(kind);
  const positions = new Map<ColumnKey, number>();
  const errors: OrgImportError[] = [];
  const refuse = (code: string, column: string) => errors.push({ file: kind, row: 1, column, code, details: {} });
  header.forEach((cell, index) => {
    const text = squash(cell);
    if (text === '' || Object.values(errorHeader).includes(text)) return;
    const column = known.get(text);
    if (!column) refuse(OrgErrors.unknownColumn, cell.trim());
    else if (positions.has(column.key)) refuse(OrgErrors.duplicateColumn, column.key);
    else positions.set(column.key, index);
  });
  for (const column of columnsOf(kind)) if (column.required && !positions.has(column.key)) refuse(OrgErrors.missingColumn, column.key);
  return { positions, locale: /\p{Script=Han}/u.test(header.join('')) ? 'zh-CN' : 'en', errors };
}

/** The kind of a file: by its name (`employees.csv`), else the kind that most columns fit without a required one missing; null when none does. */
export function guessFileKind(fileName: string, header: readonly string[]): OrgFileKind | null {
  const stem = fileName.toLowerCase().replace(/\.[a-z]+$/, '');
  const byName = fileKinds.find((kind) => stem.includes(kind) || stem.includes(chineseNames[kind]));
  if (byName) return byName;
  const fitting = fileKinds
    .map((kind) => ({ kind, match: matchHeader(kind, header) }))
    .filter(({ match }) => match.errors.length === 0)
    .sort((a, b) => b.match.positions.size - a.match.positions.size);
  return fitting[0]?.kind ?? null;
}

const chineseNames: Readonly<Record<OrgFileKind, string>> = {
  departments: '部门',
  positions: '岗位',
  employees: '员工',
  leaves: '休假',
  communities: '社群',
  assignments: '分配',
};

function spellings(kind: OrgFileKind): Map<string, Column> {
  const known = new Map<string, Column>();
  for (const column of columnsOf(kind)) {
    for (const spelling of [column.key, column.zh, ...column.aliases]) known.set(squash(spelling), column);
  }
  return known;
}

function squash(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(/[\s_\-*:]/g, '');
}
