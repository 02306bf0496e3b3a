import { RejectCase, ReturnCase } from '../approvals/index.js';
import { Agree, ApproveGoals, CheckIn, GoalChange, GoalProposal, ObjectToGoals, ReturnGoalApproval, ReturnGoals } from '../goals/index.js';
import { approvalOperators } from './approvals.js';
import type { StepActions } from './registry.js';

/** Actions of goal setting, goal changes and check-ins. */
export const goalActions: StepActions = {
  goalProposal: { submit: GoalProposal },
  goalDrafting: { submit: GoalProposal },
  goalObjection: { accept: Agree, object: ObjectToGoals },
  goalApproval: { approve: ApproveGoals, edit: GoalChange, return: ReturnGoalApproval, reject: RejectCase, ...approvalOperators },
  goalConfirmation: { accept: Agree, object: ObjectToGoals },
  goalArbitration: { decide: GoalChange },
  goalChangeApproval: { approve: ApproveGoals, reject: ReturnGoals, return: ReturnCase, ...approvalOperators },
  goalChangeConfirmation: { accept: Agree, object: ReturnGoals },
  process: { requestGoalChange: GoalChange, checkIn: CheckIn },
};
