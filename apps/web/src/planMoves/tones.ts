import type { PlanMoveState } from '@fairmark/contracts/planMoves';
import type { Tone } from '../ui/ToneTag.js';

/** How a state of one review in a move looks. */
export const TONES = { pending: 'info', waiting: 'info', applied: 'good', stayed: 'neutral', skipped: 'warn', reverted: 'neutral' } as const satisfies Record<PlanMoveState, Tone>;
