/**
 * Steps of which a group may hear, `<kind>.<step>`: those through which everybody passes. A step that only follows a certain result, such as a support plan, or that tells of a dispute, would let
 * the group guess about whom it is, and stays out; so does every step that nobody has added here.
 */
export const groupSteps: readonly string[] = [
  'review.goalProposal', 'review.goalDrafting', 'review.goalApproval', 'review.goalConfirmation', 'review.goalChangeApproval', 'review.goalChangeConfirmation',
  'review.selfReview', 'review.collaborators', 'review.collaboratorInput', 'review.scoring', 'review.acknowledgement', 'review.interview', 'review.interviewConfirmation',
  'calibration.deliberation', 'calibration.signOff', 'approval.approval', 'approval.resubmission',
];
