import { AddToCycle, AnswerHrRequest, EndCycle, ExtendStep, NudgeStep } from '../cycles/index.js';
import type { StepActions } from './registry.js';

/** Acts of HR on a whole cycle. Those on more than 20 people wait for `confirm` by a second HR person. */
export const cycleActions: StepActions = {
  process: { extend: ExtendStep, nudge: NudgeStep, addPerson: AddToCycle, close: EndCycle, cancel: EndCycle, confirm: AnswerHrRequest, decline: AnswerHrRequest },
};
