import type { Position, ProcessInput } from '@fairmark/contracts/process';
import { runPhases, type PhaseTable } from '@fairmark/workflow-shared';
import { proxyActivities } from '@temporalio/workflow';

/** Activities of a cycle that are not decisions. */
export interface CycleActivities {
  /** Starts one review per person, in pages; goes on where it stopped. */
  launchReviews(args: { workflowId: string }): Promise<Position>;
  /** Compares the cycle with its reviews: a count that was missed is caught here. */
  checkCycle(args: { workflowId: string; now: string }): Promise<Position>;
}

/** A launch of thousands reports its position, so that a dead worker is noticed within half a minute. */
const { launchReviews } = proxyActivities<CycleActivities>({ startToCloseTimeout: '2 hours', heartbeatTimeout: '30 seconds', retry: { maximumInterval: '30 seconds' } });
const { checkCycle } = proxyActivities<CycleActivities>({ startToCloseTimeout: '1 minute', retry: { maximumInterval: '1 minute' } });

const TEN_MINUTES = 600_000;

/** Never holds its reviews as children: they are processes of their own, and their closing counts down in PostgreSQL. */
const table = (workflowId: string): PhaseTable => ({
  launching: async (cycle) => {
    await launchReviews({ workflowId });
    await cycle.refresh();
  },
  running: (cycle) => cycle.through('running', { ms: TEN_MINUTES, look: () => checkCycle({ workflowId, now: new Date().toISOString() }) }),
});

/** One review cycle. Workflow id: `cycle/<cycle>`. */
export async function reviewCycleWorkflow(input: ProcessInput): Promise<string> {
  return runPhases(input, table(input.workflowId));
}
