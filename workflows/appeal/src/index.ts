import type { ProcessInput } from '@fairmark/contracts/process';
import { runPhases, type PhaseTable } from '@fairmark/workflow-shared';

const phases: PhaseTable = {
  /** HR looks whether the appeal is in time, has a ground and is not a repeat. */
  admissibility: (appeal) => appeal.through('admissibility'),
  /** The manager states the facts, papers are requested once, the panel votes. */
  deliberation: (appeal) => appeal.through('deliberation'),
  /** Sent back: another manager scores the named items, then the same panel goes on. */
  rescoring: (appeal) => appeal.through('rescoring'),
  /** The person may go to the second level, once. */
  decided: (appeal) => appeal.through('decided'),
  secondLevel: (appeal) => appeal.through('secondLevel'),
};

/** One appeal through its levels. Workflow id: `appeal/<appeal>`. */
export async function appealWorkflow(input: ProcessInput): Promise<string> {
  return runPhases(input, phases);
}
