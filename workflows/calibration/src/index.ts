import type { ProcessInput } from '@fairmark/contracts/process';
import { runPhases, type PhaseTable } from '@fairmark/workflow-shared';

const phases: PhaseTable = {
  /** Members propose and comment, the chair decides; sign-off ends the session. */
  open: (session) => session.through('open'),
};

/** One calibration session. Workflow id: `calibration/<session>`. */
export async function calibrationWorkflow(input: ProcessInput): Promise<string> {
  return runPhases(input, phases);
}
