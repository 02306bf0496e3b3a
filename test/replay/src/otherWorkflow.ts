import type { ProcessInput } from '@fairmark/contracts/process';
import { calibrationWorkflow as today } from '@fairmark/workflow-calibration';
import { sleep } from '@temporalio/workflow';

/** The calibration workflow as it never was: it waits before it ends. */
export async function calibrationWorkflow(input: ProcessInput): Promise<string> {
  const outcome = await today(input);
  await sleep(50);
  return outcome;
}
