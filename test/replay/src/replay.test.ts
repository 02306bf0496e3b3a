import { beforeAll, describe, expect, test } from '@jest/globals';
import { dataConverter } from '@fairmark/runtime/temporal';
import { workflowBundle } from '@fairmark/worker/testing/temporal';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { fixtureKeys } from './fixtureKeys.js';
import { historyNames, readHistory } from './histories.js';

let bundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  bundle = await workflowBundle();
}, 120_000);

const replay = (folder: string, name: string) =>
  Worker.runReplayHistory({ workflowBundle: bundle, dataConverter: dataConverter(fixtureKeys), replayName: name.replaceAll(/\W/g, '-') }, readHistory(folder, name));

describe('processes that began under an earlier release go on', () => {
  test.each(historyNames('good'))('%s', async (name) => {
    await expect(replay('good', name)).resolves.toBeUndefined();
  });
});

describe('a workflow that would do something else than its history is found', () => {
  test.each(historyNames('nondeterministic'))('%s', async (name) => {
    await expect(replay('nondeterministic', name)).rejects.toBeInstanceOf(DeterminismViolationError);
  });
});

test('every workflow has a history', () => {
  const names = historyNames('good').join('\n');
  for (const kind of ['review', 'cycle', 'calibration', 'appeal', 'approval', 'rollout', 'pilot', 'wave', 'pdcaQuarter']) expect(names).toContain(`${kind}-`);
  expect(historyNames('nondeterministic').length).toBeGreaterThan(0);
});
