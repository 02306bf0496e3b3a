/** Everything that the bundle for Temporal's sandbox holds. */
export { appealWorkflow } from '@fairmark/workflow-appeal';
export { approvalWorkflow } from '@fairmark/workflow-approval';
export { calibrationWorkflow } from '@fairmark/workflow-calibration';
export { employeeReviewWorkflow } from '@fairmark/workflow-employee-review';
export { pdcaQuarterWorkflow } from '@fairmark/workflow-pdca-quarter';
export { pilotWorkflow } from '@fairmark/workflow-pilot';
export { reviewCycleWorkflow } from '@fairmark/workflow-review-cycle';
export { rolloutWorkflow } from '@fairmark/workflow-rollout';
export { waveWorkflow } from '@fairmark/workflow-wave';
