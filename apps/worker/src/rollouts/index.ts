import type { ProcessHandlers } from '../processes/index.js';
import { openRollout } from './open.js';

/** Rules of a rollout through its phases. */
export const rolloutHandlers: ProcessHandlers = { kind: 'rollout', open: openRollout, actions: {}, expire: {}, events: {} };
