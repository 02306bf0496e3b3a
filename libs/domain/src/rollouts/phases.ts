import { RolloutPhase } from '@fairmark/contracts/rollouts';

const order = RolloutPhase.options;

/** The phase after one; undefined after the last, which has no end. */
export const phaseAfter = (phase: RolloutPhase): RolloutPhase | undefined => order[order.indexOf(phase) + 1];

/** The phase before one; undefined before the first. */
export const phaseBefore = (phase: RolloutPhase): RolloutPhase | undefined => order[order.indexOf(phase) - 1];
