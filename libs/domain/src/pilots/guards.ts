import type { Guard } from '@fairmark/contracts/pilots';
import type { Reading } from '@fairmark/contracts/rollouts';
import { meets } from '../rollouts/index.js';

/** Guards whose reading lies outside their limits. A reading without a value breaks nothing. */
export const brokenGuards = (guards: readonly Guard[], readings: readonly Reading[]): Guard[] =>
  guards.filter((guard) => meets(readings.find(({ key }) => key === guard.key)?.value ?? null, guard) === false);
