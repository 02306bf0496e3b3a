import type { ProcessHandlers } from '../processes/index.js';

/** Rules of a cycle: launching, the acts of HR on many reviews, the end. */
export const cycleHandlers: ProcessHandlers = {
  kind: 'cycle',
  open: () => Promise.resolve({ outcome: 'opened', step: 'launching', audit: [] }),
  actions: {},
  expire: {},
  events: {},
};
