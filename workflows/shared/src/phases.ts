import type { ProcessInput } from '@fairmark/contracts/process';
import { allHandlersFinished, ApplicationFailure, condition } from '@temporalio/workflow';
import { ProcessRun } from './processRun.js';

/** What the workflow does in each phase; most only wait until a decision, a date or an event has ended it. */
export type PhaseTable = Readonly<Record<string, (run: ProcessRun) => Promise<void>>>;

/** Takes a process through its phases, in whatever order decisions lead, until it is closed. Returns its outcome. */
export async function runPhases(input: ProcessInput, phases: PhaseTable): Promise<string> {
  const run = new ProcessRun(input);
  await run.open();
  while (run.step !== 'closed') {
    const phase = phases[run.step];
    if (!phase) throw ApplicationFailure.nonRetryable(`no phase ${run.step}`, 'PROCESS.UNKNOWN_PHASE');
    await phase(run);
  }
  if (!allHandlersFinished()) await condition(allHandlersFinished);
  return run.outcome;
}
