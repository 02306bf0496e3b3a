import type { ProcessInput } from '@fairmark/contracts/process';
import { runPhases, type PhaseTable } from '@fairmark/workflow-shared';

/**
 * One person's review, in the order of an undisturbed run. Returns, reopened steps, appeals and
 * re-scoring lead back to earlier phases; which phase follows is what the last decision recorded.
 */
const phases: PhaseTable = {
  /** The person proposes, the manager approves, edits or returns; realism flags need a second approver. */
  goalSetting: (review) => review.through('goalSetting'),
  /** Indicator data arrives; goals may be changed through the same approval. */
  period: (review) => review.through('period'),
  selfReview: (review) => review.through('selfReview'),
  /** The manager scores what is judged; the rest is computed. Never passes by time-out. */
  scoring: (review) => review.through('scoring'),
  /** Waits for the sign-off of the department's session. */
  calibration: (review) => review.through('calibration'),
  /** Waits for HR to publish the department's results. */
  publication: (review) => review.through('publication'),
  /** Seen, accepted, appealed, or deemed accepted when the window ends. */
  result: (review) => review.through('result'),
  /** The appeal is a process of its own; this one waits for its decision. */
  appeal: (review) => review.through('appeal'),
  /** An improvement buffer: the consequence waits for the support plan and its judgement. */
  buffer: (review) => review.through('buffer'),
};

/** Workflow id: `review/<cycle>/<employee>`. Returns how the review ended. */
export async function employeeReviewWorkflow(input: ProcessInput): Promise<string> {
  return runPhases(input, phases);
}
