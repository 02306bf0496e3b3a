/** The kinds of durable process; each has a workflow type, a workflow id function and a row in `processes`. */
export type ProcessKind = 'review' | 'cycle' | 'calibration' | 'appeal' | 'approval' | 'rollout' | 'pilot' | 'wave' | 'pdcaQuarter';

/** One open visit as the workflow needs it. `wakeAt` is the next reminder or the deadline, ISO 8601 in UTC; null waits without a timer. */
export interface OpenVisit {
  visitId: string;
  step: string;
  wakeAt: string | null;
}

/** Where a process stands, as PostgreSQL recorded it. Workflows follow this and decide nothing themselves. */
export interface Position {
  step: string;
  state: 'open' | 'closed';
  outcome: string | null;
  visits: OpenVisit[];
}

/** Workflow ids come from these functions only. They hold opaque ids, nothing personal. */
export const workflowId = {
  review: (cycleId: string, employeeId: string): string => `review/${cycleId}/${employeeId}`,
  cycle: (cycleId: string): string => `cycle/${cycleId}`,
  calibration: (sessionId: string): string => `calibration/${sessionId}`,
  appeal: (appealId: string): string => `appeal/${appealId}`,
  approval: (approvalId: string): string => `approval/${approvalId}`,
  rollout: (rolloutId: string): string => `rollout/${rolloutId}`,
  /** `no` counts the iterations of a rollout's pilot from 1. */
  pilot: (rolloutId: string, no: number): string => `rollout/${rolloutId}/pilot/${no}`,
  wave: (rolloutId: string, no: number): string => `rollout/${rolloutId}/wave/${no}`,
  /** `quarter` as `2027Q1`. */
  pdcaQuarter: (rolloutId: string, quarter: string): string => `rollout/${rolloutId}/pdca/${quarter}`,
} as const;

/** Workflow type names by kind of process. */
export const workflowType: Record<ProcessKind, string> = {
  review: 'employeeReviewWorkflow',
  cycle: 'reviewCycleWorkflow',
  calibration: 'calibrationWorkflow',
  appeal: 'appealWorkflow',
  approval: 'approvalWorkflow',
  rollout: 'rolloutWorkflow',
  pilot: 'pilotWorkflow',
  wave: 'waveWorkflow',
  pdcaQuarter: 'pdcaQuarterWorkflow',
};

/** The one task queue of the product's workers. */
export const TASK_QUEUE = 'fairmark';
