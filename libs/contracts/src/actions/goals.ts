import { Agree, ApproveGoals, CheckIn, GoalChange, GoalProposal, ObjectToGoals, ReturnGoals } from '../goals/index.js';
import type { StepActions } from './registry.js';

/** Actions of goal setting, goal changes and check-ins. */
export const goalActions: StepActions = {
  goalProposal: { submit: GoalProposal },
  goalDrafting: { submit: GoalProposal },
  goalObjection: { accept: Agree, object: ObjectToGoals },
  goalApproval: { approve: ApproveGoals, edit: GoalChange, return: ReturnGoals },
  goalConfirmation: { accept: Agree, object: ObjectToGoals },
  goalArbitration: { decide: GoalChange },
  goalChangeApproval: { approve: ApproveGoals, reject: ReturnGoals },
  goalChangeConfirmation: { accept: Agree, object: ReturnGoals },
  process: { requestGoalChange: GoalChange, checkIn: CheckIn },
};
