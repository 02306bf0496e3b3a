import { neutralise } from '../org/csv/index.js';

/** A line as payroll gets it; `cents` may be negative, `exportedAt` is an instant. */
export interface PayrollFileLine {
  key: string;
  number: string;
  name: string;
  kind: 'full' | 'difference';
  cents: number;
  held: boolean;
  exportedAt: string;
}

const HEADER = ['key', 'number', 'name', 'kind', 'amount', 'held', 'exported_at'];

/** Lines as CSV that starts with a byte order mark. Texts are neutralised; amounts stay numbers, because a negative difference is no formula. */
export function payrollFile(rows: readonly PayrollFileLine[]): string {
  const records = rows.map((row) => [row.key, neutralise(row.number), neutralise(row.name), row.kind, yuan(row.cents), row.held ? 'yes' : 'no', row.exportedAt]);
  return `\uFEFF${[HEADER, ...records].map((record) => `${record.map(quoted).join(',')}\r\n`).join('')}`;
}

const quoted = (cell: string): string => (/[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Cents as an exact decimal. */
function yuan(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
