import { rewardsErrors } from '@fairmark/contracts/errors';
import type { RewardBaseIssue } from '@fairmark/contracts/rewards';

/** A line of the file of reward bases. */
export interface RewardBaseLine {
  row: number;
  number: string;
  baseCents: number;
  /** Result under the previous plan in basis points, for shadow cycles. */
  previousResultBp: number | null;
}

const spellings: Readonly<Record<string, 'number' | 'base' | 'previousResult'>> = {
  number: 'number', employeenumber: 'number', 工号: 'number', base: 'base', 奖金基数: 'base', 基数: 'base', previousresult: 'previousResult', 上期结果: 'previousResult',
};

const squash = (cell: string): string => cell.normalize('NFKC').toLowerCase().replace(/[\s_\-*]/g, '');

/** A decimal with at most two digits behind the point as hundredths: yuan as cents, percent as basis points. Null when it is none or negative. */
export function hundredths(cell: string): number | null {
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(cell.normalize('NFKC').trim().replace(/[,%\s]/g, ''));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

/**
 * Reads the records of a file with the columns `number`, `base` (yuan) and, optional, `previous_result` (percent). All or nothing: with issues the caller stores nothing.
 */
export function readBases(records: readonly (readonly string[])[]): { lines: RewardBaseLine[]; issues: RewardBaseIssue[] } {
  const { columns, issues } = readHeader(records[0] ?? []);
  if (issues.length > 0) return { lines: [], issues };
  const lines: RewardBaseLine[] = [];
  const seen = new Set<string>();
  for (const [index, record] of records.slice(1).entries()) {
    if (record.every((cell) => cell.trim() === '')) continue;
    const row = index + 2;
    const cell = (column: 'number' | 'base' | 'previousResult'): string => (record[columns.get(column) ?? -1] ?? '').trim();
    const number = cell('number');
    const baseCents = hundredths(cell('base'));
    const previous = cell('previousResult');
    const previousResultBp = previous === '' ? null : hundredths(previous);
    if (number === '') issues.push({ row, column: 'number', code: rewardsErrors.unknownPerson });
    else if (seen.has(number)) issues.push({ row, column: 'number', code: rewardsErrors.doubledPerson });
    if (baseCents === null) issues.push({ row, column: 'base', code: rewardsErrors.notAnAmount });
    if (previous !== '' && previousResultBp === null) issues.push({ row, column: 'previous_result', code: rewardsErrors.notAnAmount });
    seen.add(number);
    lines.push({ row, number, baseCents: baseCents ?? 0, previousResultBp });
  }
  return { lines, issues };
}

function readHeader(header: readonly string[]): { columns: Map<string, number>; issues: RewardBaseIssue[] } {
  const columns = new Map<string, number>();
  const issues: RewardBaseIssue[] = [];
  header.forEach((cell, index) => {
    const column = spellings[squash(cell)];
    if (column) columns.set(column, index);
    else if (squash(cell) !== '') issues.push({ row: 1, column: cell.trim().slice(0, 60), code: rewardsErrors.unknownColumn });
  });
  for (const column of ['number', 'base']) if (!columns.has(column)) issues.push({ row: 1, column, code: rewardsErrors.missingColumn });
  return { columns, issues };
}
