import type { MeasureScope, Reading } from '@fairmark/contracts/rollouts';
import type { Executor } from '../../database/index.js';

/**
 * Reads one measure. `asOf` is an instant (ISO 8601, UTC): only what was recorded until then counts, so that a reading can be made again. Null as value where there is nothing to read it from.
 */
export type MeasureSource = (read: Executor, scope: MeasureScope, asOf: string) => Promise<Pick<Reading, 'value' | 'sampleSize'>>;
