import type { Guard } from '@fairmark/contracts/pilots';
import type { Reading } from '@fairmark/contracts/rollouts';
import { sql, type Executor } from '../database/index.js';

/** What the pilot watches, with the baseline when its cohort was frozen. */
export async function storeMeasures(tx: Executor, pilotId: string, guards: readonly Guard[], baselines: readonly Reading[]): Promise<void> {
  for (const { key, min = null, max = null, indicator = null } of guards) {
    const baseline = baselines.find((reading) => reading.key === key);
    await tx.run(sql`insert into pilot_measures (pilot_id, key, min, max, indicator, baseline, baseline_sample) values (${pilotId}, ${key}, ${min}, ${max}, ${indicator}, ${baseline?.value ?? null}, ${baseline?.sampleSize ?? 0})`);
  }
}

export async function storeReadings(tx: Executor, pilotId: string, readings: readonly Reading[], broken: readonly Guard[]): Promise<void> {
  for (const { key, value, sampleSize, asOf } of readings) {
    await tx.run(sql`insert into pilot_readings (pilot_id, key, as_of, value, sample_size, broken) values (${pilotId}, ${key}, ${asOf}, ${value}, ${sampleSize}, ${broken.some((guard) => guard.key === key)}) on conflict do nothing`);
  }
}
