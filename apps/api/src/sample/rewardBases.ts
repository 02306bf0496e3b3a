import { valueAt, type OrgSnapshot } from '@fairmark/domain/org';
import { writeCsv } from '@fairmark/domain/org/csv';
import { chance } from './chance.js';

/** Lowest and highest base of a quarter in yuan, by position. */
const bases: Readonly<Record<string, readonly [number, number]>> = {
  executive: [60_000, 90_000], 'department-head': [36_000, 54_000], 'community-lead': [20_000, 30_000], 'hr-partner': [14_000, 20_000], 'data-analyst': [15_000, 24_000],
  'community-operator': [9_000, 16_000],
};

/** Reward base and result under the previous plan of everybody, as a CSV file of the rewards import. */
export function sampleRewardBases({ employees }: OrgSnapshot, seed: number, day: string): Uint8Array {
  const rows = [...employees.values()].map(({ number, positions }) => {
    const [low, high] = bases[valueAt(positions, day) ?? ''] ?? [9_000, 16_000];
    const base = Math.round((low + (high - low) * chance(seed, 'base', number)) / 100) * 100;
    return [number, String(base), (85 + 30 * chance(seed, 'previous', number)).toFixed(1)];
  });
  return writeCsv([['number', 'base', 'previous_result'], ...rows]);
}
