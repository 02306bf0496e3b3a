import { z } from 'zod';

/**
 * What becomes of a running review under another plan version: it stays with its own, it changes when its next step opens, or its present step begins again at once under
 * the new one.
 */
export const PlanMoveChoice = z.enum(['stay', 'nextStep', 'restart']).meta({ id: 'PlanMoveChoice' });
export type PlanMoveChoice = z.infer<typeof PlanMoveChoice>;

/**
 * How far one review of a move is. `pending`: it has not been told yet. `waiting`: it changes when its next step opens. `applied`: it runs under the new version.
 * `stayed`: it was decided that it keeps its own. `skipped`: it could not move, `why` says it. `reverted`: taken back.
 */
export const PlanMoveState = z.enum(['pending', 'waiting', 'applied', 'stayed', 'skipped', 'reverted']).meta({ id: 'PlanMoveState' });
export type PlanMoveState = z.infer<typeof PlanMoveState>;

/**
 * Why a review does not move: it is closed; it has this version already; it is behind the last step in which it may move (`tooLate`); nothing of its scoring would change
 * at the next step (`scoring`: only a restart moves it); it has no sheet yet or gets none (`noSheet`); the agreed personal goals do not fit (`personalGoals`); another move
 * took its place (`replaced`); the next step has opened, so that nothing is taken back (`opened`).
 */
export const PlanMoveKept = z.enum(['closed', 'sameVersion', 'tooLate', 'scoring', 'noSheet', 'personalGoals', 'replaced', 'opened']).meta({ id: 'PlanMoveKept' });
export type PlanMoveKept = z.infer<typeof PlanMoveKept>;
