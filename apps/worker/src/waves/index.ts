import type { ProcessHandlers } from '../processes/index.js';
import { ENDED, endedWithRollout } from '../rollouts/children.js';
import { openWave } from './open.js';

/** Rules of a process of kind `wave`. */
export const waveHandlers: ProcessHandlers = {
  kind: 'wave',
  open: openWave,
  actions: {},
  expire: {},
  events: { [ENDED]: endedWithRollout },
};
