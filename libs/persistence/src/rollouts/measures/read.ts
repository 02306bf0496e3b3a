import { MeasureKey, type MeasureScope, type Reading } from '@fairmark/contracts/rollouts';
import type { Executor } from '../../database/index.js';
import { sources } from './sources.js';

/** One measure as it reads at an instant. */
export async function readMeasure(read: Executor, key: MeasureKey, scope: MeasureScope, asOf: string): Promise<Reading> {
  const found = (await sources[key]?.(read, scope, asOf)) ?? { value: null, sampleSize: 0 };
  return { key, ...found, asOf };
}

/** Several measures; all of them by default. */
export async function readMeasures(read: Executor, scope: MeasureScope, asOf: string, keys: readonly MeasureKey[] = MeasureKey.options): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const key of keys) readings.push(await readMeasure(read, key, scope, asOf));
  return readings;
}
