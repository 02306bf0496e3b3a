import type { ExportKind, ExportState } from '@fairmark/contracts/exports';

/** How long a file waits for who asked. It holds personal data, so it does not stay longer than a long weekend. */
const KEPT_MS = 72 * 3_600_000;

/** When a file that became ready at an instant is deleted. */
export const expiryOf = (readyAt: string): string => new Date(Date.parse(readyAt) + KEPT_MS).toISOString();

/** How an export stands now: also before the file of one whose time is over has been deleted. */
export function exportState({ readyAt, expiresAt }: { readyAt: string | null; expiresAt: string | null }, now: string): ExportState {
  if (readyAt === null || expiresAt === null) return 'waiting';
  return now < expiresAt ? 'ready' : 'expired';
}

/** Name and type of the file as the browser saves it. */
export const fileOf: Readonly<Record<ExportKind, { name: string; type: string }>> = {
  payroll: { name: 'payroll.csv', type: 'text/csv; charset=utf-8' },
  personal: { name: 'my-data.json', type: 'application/json; charset=utf-8' },
};
