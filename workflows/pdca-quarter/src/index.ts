import type { ProcessInput } from '@fairmark/contracts/process';
import { runPhases, type PhaseTable } from '@fairmark/workflow-shared';

const phases: PhaseTable = {
  /** The five dimensions are looked at. */
  reviewing: (quarter) => quarter.through('reviewing'),
  /** Adjustments are proposed, limited and approved. */
  adjusting: (quarter) => quarter.through('adjusting'),
  /** The effect is measured against what was expected. */
  tracking: (quarter) => quarter.through('tracking'),
  /** Paused alone or with its rollout. */
  paused: (quarter) => quarter.through('paused'),
};

/** One quarter of improvement. Workflow id: `rollout/<id>/pdca/<year>Q<n>`. It overlaps with the review of the next quarter. */
export async function pdcaQuarterWorkflow(input: ProcessInput): Promise<string> {
  return runPhases(input, phases);
}
