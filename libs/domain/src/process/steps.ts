import { pdcaQuarterSteps } from './pdcaQuarterSteps.js';
import { pilotSteps } from './pilotSteps.js';
import { rolloutSteps } from './rolloutSteps.js';
import { step, type StepInfo } from './stepInfo.js';
import { waveSteps } from './waveSteps.js';

/**
 * Step tables: which steps a process has, who acts in them and what they wait for. Workflows and screens read
 * them; rules live in the features.
 */

/** Steps of one person's review, in the order of an undisturbed run. */
export const reviewSteps = {
  goalProposal: step('goalSetting', 'subject', 'person', true),
  goalDrafting: step('goalSetting', 'others', 'person'),
  goalObjection: step('goalSetting', 'subject', 'person', true),
  goalApproval: step('goalSetting', 'others', 'person'),
  goalConfirmation: step('goalSetting', 'subject', 'person'),
  goalArbitration: step('goalSetting', 'others', 'person'),
  period: step('period', 'none', 'date'),
  /** Brings the monthly check-in to mind. */
  checkIn: step('period', 'none', 'date', true),
  goalChangeApproval: step('period', 'others', 'person'),
  goalChangeConfirmation: step('period', 'subject', 'person'),
  selfReview: step('selfReview', 'subject', 'person', true),
  collaborators: step('selfReview', 'others', 'person', true),
  collaboratorInput: step('selfReview', 'others', 'person', true),
  scoring: step('scoring', 'others', 'person'),
  /** A manager of a stretch that is too short to be scored. */
  opinion: step('scoring', 'others', 'person', true),
  ratability: step('scoring', 'others', 'person'),
  calibration: step('calibration', 'none', 'process'),
  publication: step('publication', 'none', 'process'),
  acknowledgement: step('result', 'subject', 'person', true),
  interview: step('result', 'others', 'person'),
  interviewConfirmation: step('result', 'subject', 'person', true),
  appeal: step('appeal', 'none', 'process'),
  rescoring: step('appeal', 'others', 'person'),
  supportPlan: step('buffer', 'others', 'person'),
  supportPlanConsent: step('buffer', 'subject', 'person'),
  improvement: step('buffer', 'none', 'date'),
  improvementJudgement: step('buffer', 'others', 'person'),
  improvementSignature: step('buffer', 'others', 'person'),
  bufferOutcome: step('buffer', 'subject', 'person', true),
} as const satisfies Record<string, StepInfo>;
export type ReviewStep = keyof typeof reviewSteps;

/** Steps of a calibration session. */
export const calibrationSteps = {
  deliberation: step('open', 'others', 'person'),
  signOff: step('open', 'others', 'person'),
} as const satisfies Record<string, StepInfo>;
export type CalibrationStep = keyof typeof calibrationSteps;

/** Steps of an appeal through its levels. */
export const appealSteps = {
  admissibility: step('admissibility', 'others', 'person'),
  statement: step('deliberation', 'others', 'person', true),
  papers: step('deliberation', 'subject', 'person', true),
  vote: step('deliberation', 'others', 'person'),
  rescoring: step('rescoring', 'none', 'process'),
  secondLevelFiling: step('decided', 'subject', 'person', true),
  secondLevelVote: step('secondLevel', 'others', 'person'),
} as const satisfies Record<string, StepInfo>;
export type AppealStep = keyof typeof appealSteps;

/** Steps of a cycle: it launches its reviews and waits for them. */
export const cycleSteps = {
  launching: step('launching', 'none', 'process'),
  running: step('running', 'none', 'process'),
  /** A second HR person looks at an act on many people; the cycle runs meanwhile. */
  secondPerson: step('running', 'others', 'person'),
} as const satisfies Record<string, StepInfo>;
export type CycleStep = keyof typeof cycleSteps;

/** Steps of an approval that is a process of its own. */
export const approvalSteps = {
  approval: step('approving', 'others', 'person'),
  resubmission: step('returned', 'subject', 'person'),
  /** It has ended; the submitter may still take it back, with its effects. */
  withdrawal: step('withdrawable', 'none', 'date', true),
} as const satisfies Record<string, StepInfo>;
export type ApprovalStepName = keyof typeof approvalSteps;

/** The step tables by kind of process. */
export const stepTables: Readonly<Record<string, Readonly<Record<string, StepInfo>>>> = {
  review: reviewSteps, calibration: calibrationSteps, appeal: appealSteps, cycle: cycleSteps, approval: approvalSteps,
  rollout: rolloutSteps, pilot: pilotSteps, wave: waveSteps, pdcaQuarter: pdcaQuarterSteps,
};

/** Facts of one step; undefined when the table does not know it. */
export function stepInfo(kind: string, name: string): StepInfo | undefined {
  return stepTables[kind]?.[name];
}
