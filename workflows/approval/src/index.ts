import type { ProcessInput } from '@fairmark/contracts/process';
import { runPhases, type PhaseTable } from '@fairmark/workflow-shared';

const phases: PhaseTable = {
  /** The nodes of the definition, one after the other or side by side; each entry into a node is a visit with its own clock. */
  approving: (approval) => approval.through('approving'),
  /** Somebody returned it: the submitter hands in again. */
  returned: (approval) => approval.through('returned'),
  /** It was approved and may still be taken back with its effects. */
  withdrawable: (approval) => approval.through('withdrawable'),
};

/** A chain of approvals that belongs to no other process. Workflow id: `approval/<request>`. */
export async function approvalWorkflow(input: ProcessInput): Promise<string> {
  return runPhases(input, phases);
}
