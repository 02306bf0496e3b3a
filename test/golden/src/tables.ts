import { readFileSync } from 'node:fs';

/** One row of a table, by its column headers. */
export type Row = Readonly<Record<string, string>>;

const text = readFileSync(new URL('golden-cycle.md', `file://${import.meta.dirname}/`), 'utf8');

const cells = (line: string): string[] => line.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());

/** The rows of the table under a heading of the committed document. */
export function table(heading: string): Row[] {
  const [, after = ''] = text.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  const [header = [], , ...rows] = section.split('\n').filter((line) => line.startsWith('|')).map(cells);
  if (rows.length === 0) throw new Error(`No table under ${heading}`);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

/** A cell; a table that lacks the column is a fault of the table. */
export function cell(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`No column ${name}`);
  return value;
}

/** "95.83" as 9,583: points to centi-points, percent to basis points, money to cents. Digits only, no arithmetic on fractions. */
export function hundredths(written: string): number {
  const [, whole = '', decimals = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(written) ?? [];
  if (whole === '') throw new Error(`Not a number with two decimals: ${written}`);
  return Number(whole + decimals.padEnd(2, '0'));
}
