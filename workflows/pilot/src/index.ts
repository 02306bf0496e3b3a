import type { ProcessInput } from '@fairmark/contracts/process';
import { runPhases, type PhaseTable } from '@fairmark/workflow-shared';

const phases: PhaseTable = {
  /** The cohort is proposed, changed and frozen. */
  choosing: (pilot) => pilot.through('choosing'),
  /** Weekly reviews and guards. */
  running: (pilot) => pilot.through('running'),
  /** The effect is compared and reported. */
  evaluating: (pilot) => pilot.through('evaluating'),
  /** Paused alone or with its rollout. */
  paused: (pilot) => pilot.through('paused'),
};

/** One iteration of a pilot. Workflow id: `rollout/<id>/pilot/<n>`. */
export async function pilotWorkflow(input: ProcessInput): Promise<string> {
  return runPhases(input, phases);
}
