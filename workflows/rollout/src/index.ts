import type { ProcessInput } from '@fairmark/contracts/process';
import { runPhases, type PhaseTable } from '@fairmark/workflow-shared';

const phases: PhaseTable = {
  /** Research, design and preparation, the five reviews, the first gate. */
  design: (rollout) => rollout.through('design'),
  /** Pilots run as processes of their own; the gate decides. */
  pilot: (rollout) => rollout.through('pilot'),
  /** Waves run as processes of their own; the gate decides. */
  rollout: (rollout) => rollout.through('rollout'),
  /** A quarter of improvement begins every three months. */
  optimise: (rollout) => rollout.through('optimise'),
  /** Everything stands still until somebody resumes it. */
  held: (rollout) => rollout.through('held'),
};

/** A rollout from first research to everyday use. Workflow id: `rollout/<id>`. Its pilots, waves and quarters are workflows of their own, which live on when this one goes on in a fresh run. */
export async function rolloutWorkflow(input: ProcessInput): Promise<string> {
  return runPhases(input, phases);
}
