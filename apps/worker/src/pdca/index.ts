import type { ProcessHandlers } from '../processes/index.js';
import { ENDED, endedWithRollout } from '../rollouts/children.js';
import { openQuarter } from './open.js';

/** Rules of a process of kind `pdcaQuarter`. */
export const pdcaQuarterHandlers: ProcessHandlers = {
  kind: 'pdcaQuarter',
  open: openQuarter,
  actions: {},
  expire: {},
  events: { [ENDED]: endedWithRollout },
};
