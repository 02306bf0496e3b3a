import type { ProcessHandlers } from '../processes/index.js';
import { ENDED, endedWithRollout } from '../rollouts/children.js';
import { openPilot } from './open.js';

/** Rules of a process of kind `pilot`. */
export const pilotHandlers: ProcessHandlers = {
  kind: 'pilot',
  open: openPilot,
  actions: {},
  expire: {},
  events: { [ENDED]: endedWithRollout },
};
