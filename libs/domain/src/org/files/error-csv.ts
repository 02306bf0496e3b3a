import type { AppLocale, OrgImportError } from '@fairmark/contracts/org';
import { readCsv, writeCsv } from '../csv/index.js';
import type { OrgFile } from '../importing/files.js';
import { errorText } from './error-text.js';
import { errorHeader } from './header.js';

/**
 * The uploaded file with one more column that names every refusal in its row; faults of the file or its header stand in the first data row. It
 * can be corrected and uploaded again as it is. A file that could not be read as a table comes back as a list of its refusals.
 */
export function errorCsv(file: OrgFile, errors: readonly OrgImportError[], locale?: AppLocale): Uint8Array {
  const own = errors.filter((error) => error.file === file.kind);
  const table = readCsv(file.bytes);
  if (!table.ok) return writeCsv([[errorHeader[locale ?? 'en']], ...own.map((error) => [errorText(error, locale ?? 'en')])]);
  const [header = [], ...records] = table.records;
  const language = locale ?? (/\p{Script=Han}/u.test(header.join('')) ? 'zh-CN' : 'en');
  const texts = textsByRow(own, language);
  const kept = [...header.keys()].filter((index) => !isErrorColumn(header[index] ?? ''));
  const rows = (records.length > 0 ? records : [[]]).map((record, index) => [
    ...kept.map((column) => record[column] ?? ''),
    (texts.get(index + 2) ?? []).join('; '),
    ...record.slice(header.length),
  ]);
  return writeCsv([[...kept.map((index) => header[index] ?? ''), errorHeader[language]], ...rows], { delimiter: table.delimiter });
}

function textsByRow(errors: readonly OrgImportError[], locale: AppLocale): Map<number, string[]> {
  const texts = new Map<number, string[]>();
  for (const error of errors) {
    const row = Math.max(2, error.row);
    const known = texts.get(row);
    if (known) known.push(errorText(error, locale));
    else texts.set(row, [errorText(error, locale)]);
  }
  return texts;
}

function isErrorColumn(cell: string): boolean {
  return Object.values(errorHeader).includes(cell.trim().toLowerCase());
}
