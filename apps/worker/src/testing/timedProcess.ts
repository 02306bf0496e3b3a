import { randomUUID } from 'node:crypto';
import { TASK_QUEUE, workflowId as ids } from '@fairmark/contracts/process';
import { startProcess } from '@fairmark/persistence/process';
import type { WorkflowHandleWithStartDetails } from '@temporalio/client';
import { addEmployee } from './people.js';
import { fakeHandlers, type FakeProcess } from './fakeHandlers.js';
import { startWorkedProcesses, type WorkedProcesses } from './worked.js';

/** A process of one visit that passes at its deadline, on a server that skips time. */
export interface TimedProcesses extends WorkedProcesses {
  /** Who is asked. */
  person: string;
  /** Starts one. */
  begin(): Promise<{ workflowId: string; handle: WorkflowHandleWithStartDetails }>;
}

/** @param days length of the visit in working days */
export async function startTimedProcesses(days: number): Promise<TimedProcesses> {
  const fake: FakeProcess = { assignees: [], subjectId: null, timeout: 'remind', days };
  const worked = await startWorkedProcesses('timeSkipping', [
    fakeHandlers(fake, { signOff: async ({ visit }) => ({ outcome: 'passed', close: [{ visitId: visit.id, outcome: 'passed' }], finish: { outcome: 'passed' }, audit: [{ action: 'fake.passed', object: visit.id }] }) }),
  ]);
  const person = await addEmployee(worked.database.read);
  fake.assignees = [{ employeeId: person, why: 'chair' }];
  const begin: TimedProcesses['begin'] = async () => {
    const refId = randomUUID();
    const workflowId = ids.calibration(refId);
    await worked.database.transaction((tx) => startProcess(tx, { kind: 'calibration', workflowId, refId, step: 'opening' }));
    return { workflowId, handle: await worked.env.client.workflow.start('calibrationWorkflow', { workflowId, taskQueue: TASK_QUEUE, args: [{ workflowId, kind: 'calibration' }] }) };
  };
  return { ...worked, person, begin };
}
