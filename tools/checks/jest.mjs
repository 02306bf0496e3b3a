import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packagesOf } from '../setup/build-state.mjs';
import { run, tail } from '../setup/run.mjs';
import { readJson } from '../stack/files.mjs';
import { root } from '../stack/paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, report: string }} JestSum */

const hasJest = (dir) => existsSync(path.join(root, dir, 'jest.config.mjs'));

/**
 * Jest invocations of a whole run. Fast projects share one; projects below test/ start servers, measure or kill, so each has
 * the machine to itself.
 * @returns {{ name: string, projects: string[], workers: number }[]}
 */
export function jestGroups() {
  const pure = [...packagesOf('libs'), ...packagesOf('workflows')].filter(hasJest);
  const apps = packagesOf('apps').filter(hasJest);
  const alone = packagesOf('test').filter(hasJest);
  return [
    { name: 'libs and workflows', projects: pure, workers: 2 },
    { name: 'apps', projects: apps, workers: 2 },
    ...alone.map((dir) => ({ name: dir, projects: [dir], workers: 1 })),
  ].filter((group) => group.projects.length > 0);
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
