import type { ActionHandler } from '../processes/index.js';
import { approvalExpiry, operatorActions } from '../approvals/index.js';
import type { ReviewPart } from '../reviews/handlers.js';
import { approveGoals, editGoals, goalsHost, rejectGoals, returnGoals } from './approval.js';
import { decideGoals } from './arbitration.js';
import { acceptChange, approveChange, changeExpired, changeHost, objectToChange, rejectChange, requestGoalChange, returnChange } from './change.js';
import { employeeOrManager, recordCheckIn, remindCheckIn } from './checkIn.js';
import { acceptGoals, confirmationExpired, notObjected, objectToGoals } from './confirmation.js';
import { submitDraft } from './drafting.js';
import { periodEnded } from './period.js';
import { nothingSubmitted, submitProposal } from './proposal.js';

const byAssignee = (run: ActionHandler['run']): ActionHandler => ({ by: 'assignee', run });
const byBoth = (run: ActionHandler['run']): ActionHandler => ({ by: employeeOrManager, run });

/** Goal setting and the period: proposals, approval, confirmation, arbitration, changes and check-ins. */
export const goalsPart: ReviewPart = {
  actions: {
    goalProposal: { submit: byAssignee(submitProposal) },
    goalDrafting: { submit: byAssignee(submitDraft) },
    goalObjection: { accept: byAssignee(acceptGoals), object: byAssignee(objectToGoals) },
    goalApproval: { approve: byAssignee(approveGoals), edit: byAssignee(editGoals), return: byAssignee(returnGoals), reject: byAssignee(rejectGoals), ...operatorActions(goalsHost) },
    goalConfirmation: { accept: byAssignee(acceptGoals), object: byAssignee(objectToGoals) },
    goalArbitration: { decide: byAssignee(decideGoals) },
    goalChangeApproval: { approve: byAssignee(approveChange), reject: byAssignee(rejectChange), return: byAssignee(returnChange), ...operatorActions(changeHost) },
    goalChangeConfirmation: { accept: byAssignee(acceptChange), object: byAssignee(objectToChange) },
    process: { requestGoalChange: byBoth(requestGoalChange), checkIn: byBoth(recordCheckIn) },
  },
  // Drafting and arbitration have no line here: the general escalation gives them to the next manager.
  expire: {
    goalProposal: nothingSubmitted,
    goalObjection: notObjected,
    goalApproval: approvalExpiry(goalsHost),
    goalConfirmation: confirmationExpired,
    goalChangeApproval: approvalExpiry(changeHost),
    goalChangeConfirmation: changeExpired,
    period: periodEnded,
    checkIn: remindCheckIn,
  },
  events: {},
};
