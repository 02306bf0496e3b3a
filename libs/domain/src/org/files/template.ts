import type { AppLocale, OrgFileKind } from '@fairmark/contracts/org';
import { writeCsv } from '../csv/index.js';
import { columnsOf } from './columns.js';

/** The empty file of a kind with its header and one example row, in English or Chinese. */
export function template(kind: OrgFileKind, locale: AppLocale): Uint8Array {
  const columns = columnsOf(kind);
  const header = columns.map((column) => headerText(column, locale));
  const example = columns.map((column) => column.example[locale === 'en' ? 0 : 1]);
  return writeCsv([header, example]);
}

/** The header of a column in a language. */
export function headerText(column: { key: string; zh: string }, locale: AppLocale): string {
  return locale === 'en' ? column.key : column.zh;
}
