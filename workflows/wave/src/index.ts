import type { ProcessInput } from '@fairmark/contracts/process';
import { runPhases, type PhaseTable } from '@fairmark/workflow-shared';

const phases: PhaseTable = {
  /** Waits until its conditions hold. */
  preparing: (wave) => wave.through('preparing'),
  /** Communities are briefed and get the toolkit. */
  mobilising: (wave) => wave.through('mobilising'),
  /** The seven steps are carried out, cycles run. */
  adopting: (wave) => wave.through('adopting'),
  /** The first evaluation. */
  evaluating: (wave) => wave.through('evaluating'),
  /** Paused alone or with its rollout. */
  paused: (wave) => wave.through('paused'),
};

/** One wave of a rollout. Workflow id: `rollout/<id>/wave/<n>`. */
export async function waveWorkflow(input: ProcessInput): Promise<string> {
  return runPhases(input, phases);
}
