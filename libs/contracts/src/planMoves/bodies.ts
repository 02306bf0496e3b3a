import { z } from 'zod';
import { Id } from '../common/index.js';
import { CycleTarget } from '../cycles/hr.js';
import { PlanMoveChoice } from './vocabulary.js';

/** Readable for everybody concerned by the act. */
const Reason = z.string().trim().min(1).max(2_000);

/** Body of `POST /cycles/:id/plan-moves/preview`: what a move would do. */
export const PreviewPlanMove = z.strictObject({ planVersionId: Id, choice: PlanMoveChoice, target: CycleTarget }).meta({ id: 'PreviewPlanMove' });
export type PreviewPlanMove = z.infer<typeof PreviewPlanMove>;

/** Act of HR on a cycle: running reviews of the target move to another version of the same plan. More than 20 people need a second HR person. */
export const MovePlan = PreviewPlanMove.extend({ reason: Reason }).meta({ id: 'MovePlan' });
export type MovePlan = z.infer<typeof MovePlan>;

/** Takes a move back for everybody whose next step has not opened yet. */
export const RevertPlanMove = z.strictObject({ moveId: Id, reason: Reason }).meta({ id: 'RevertPlanMove' });
export type RevertPlanMove = z.infer<typeof RevertPlanMove>;
