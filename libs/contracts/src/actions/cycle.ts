import { ApproveCase, RejectCase } from '../approvals/index.js';
import { AddToCycle, AnswerHrRequest, EndCycle, ExtendStep, NudgeStep } from '../cycles/index.js';
import { MovePlan, RevertPlanMove } from '../planMoves/index.js';
import { approvalOperators } from './approvals.js';
import type { StepActions } from './registry.js';

/** Acts of HR on a whole cycle. Those on more than 20 people wait for `confirm` by a second HR person. */
export const cycleActions: StepActions = {
  secondPerson: { approve: ApproveCase, reject: RejectCase, ...approvalOperators },
  process: { extend: ExtendStep, nudge: NudgeStep, addPerson: AddToCycle, close: EndCycle, cancel: EndCycle, confirm: AnswerHrRequest, decline: AnswerHrRequest, movePlan: MovePlan, revertPlanMove: RevertPlanMove },
};
