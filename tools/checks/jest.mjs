import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packagesOf } from '../setup/build-state.mjs';
import { run, tail } from '../setup/run.mjs';
import { readJson } from '../stack/files.mjs';
import { root } from '../stack/paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, report: string }} JestSum */

const hasJest = (dir) => existsSync(path.join(root, dir, 'jest.config.mjs'));

/** @typedef {{ name: string, projects: string[], workers: number }} JestGroup one invocation of Jest */

/** Kills servers and waits for them to come back: most of the time a core is free. */
const WAITS = 'test/faults';
/** What needs one core, measures nothing and starts no stack of its own: runs beside what waits. */
const LIGHT = ['test/access', 'test/approvals', 'test/compose', 'test/demo', 'test/golden', 'test/replay'];

/**
 * Jest invocations of a whole run, in the order they run. Groups in one row run beside each other, those in one column of a row one after the
 * other. Fast projects share one invocation; projects below test/ start servers or kill, so most have the machine to themselves.
 * @returns {JestGroup[][][]} rows of columns of groups
 */
export function jestRows() {
  const pure = [...packagesOf('libs'), ...packagesOf('workflows')].filter(hasJest);
  const apps = packagesOf('apps').filter(hasJest);
  const below = packagesOf('test').filter(hasJest).map((dir) => ({ name: dir, projects: [dir], workers: 1 }));
  const waits = below.filter(({ name }) => name === WAITS);
  const light = below.filter(({ name }) => LIGHT.includes(name));
  const alone = [
    { name: 'libs and workflows', projects: pure, workers: 2 },
    { name: 'apps', projects: apps, workers: 2 },
    ...below.filter((group) => !waits.includes(group) && !light.includes(group)),
  ];
  return [...alone.filter(({ projects }) => projects.length > 0).map((group) => [[group]]), [waits, light]];
}

function describeFailures(results) {
  const lines = [];
  for (const suite of results.testResults) {
    const failed = suite.assertionResults.filter((test) => test.status === 'failed');
    const file = path.relative(root, suite.name);
    for (const test of failed) lines.push(`✗ ${file} › ${test.fullName}\n${test.failureMessages.join('\n')}`);
    if (suite.status === 'failed' && failed.length === 0) lines.push(`✗ ${file} did not run\n${suite.message}`);
  }
  return lines.join('\n');
}

/** @returns {JestSum} */
function sum(results) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = results;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests + numTodoTests, report: describeFailures(results) };
}

/**
 * Runs a group of Jest projects.
 * @param {{ projects: string[], workers: number }} group @param {NodeJS.ProcessEnv} env
 * @returns {Promise<JestSum>}
 */
export async function runJest({ projects, workers }, env) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'fairmark-jest-'));
  const outputFile = path.join(dir, 'results.json');
  const finished = new AbortController();
  // Open handles would keep Jest alive for ever after its results are written.
  const watch = setInterval(() => { if (existsSync(outputFile)) setTimeout(() => finished.abort(), 20_000).unref(); }, 1_000);
  const where = projects.length === 1 ? ['--rootDir', path.join(root, projects[0]), '--config', path.join(root, projects[0], 'jest.config.mjs')] : ['--projects', ...projects.map((project) => path.join(root, project))];
  const args = [path.join(root, 'node_modules/jest/bin/jest.js'), ...where, `--maxWorkers=${workers}`, '--ci', '--passWithNoTests', '--json', '--outputFile', outputFile];
  try {
    const result = await run('node', args, { env, timeoutMs: 15 * 60_000, signal: finished.signal });
    const results = readJson(outputFile);
    if (results) return sum(results);
    return { passed: 0, failed: 1, skipped: 0, report: `Jest gave no results\n${tail(result.output, 30)}` };
  } finally {
    clearInterval(watch);
    rmSync(dir, { recursive: true, force: true });
  }
}
