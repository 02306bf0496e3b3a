import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../setup/run.mjs';
import { readJson } from '../stack/files.mjs';
import { root } from '../stack/paths.mjs';

/** @typedef {{ name: string, run: () => Promise<{ ok: boolean, output: string }> }} Part a check that is not a Jest project */

const scripts = () => readJson(path.join(root, 'package.json')).scripts ?? {};
const nx = (...args) => run('nx', args, { env: { NX_DAEMON: 'false', NX_TUI: 'false', CI: 'true' } });

/** Packages whose compiler settings differ: `exclude` of the root's tsconfig.spec.json names the same. */
const OWN_PROGRAM = ['apps/web', 'test/browser', 'test/demo', 'test/tools'];

/**
 * Test files are outside the build, and the tests' own compiler only strips types: check them here, two programs at a time. One program
 * for all packages with the same settings is several times cheaper than one each.
 */
async function checkSpecs() {
  const configs = ['tsconfig.spec.json', ...OWN_PROGRAM.map((dir) => `${dir}/tsconfig.spec.json`).filter((file) => existsSync(path.join(root, file)))];
  const failures = [];
  const next = async () => {
    for (let config = configs.shift(); config; config = configs.shift()) {
      const result = await run('tsc', ['-p', config, '--noEmit']);
      if (!result.ok) failures.push(`${config}\n${result.output}`);
    }
  };
  await Promise.all([next(), next()]);
  return { ok: failures.length === 0, output: failures.join('\n') };
}

/** Committed artefacts that must match what the sources produce. @returns {Part[]} */
function driftParts() {
  const known = [['openapi:check', 'OpenAPI drift'], ['migrations:check', 'migration drift']];
  return known.filter(([script]) => scripts()[script]).map(([script, name]) => ({ name, run: () => run('npm', ['run', '--silent', script]) }));
}

/** Checks in the order they run. @returns {Part[]} */
export function parts() {
  return [
    { name: 'project references', run: () => nx('sync:check') },
    { name: 'lint', run: () => nx('run-many', '-t', 'lint', '--parallel=2', '--outputStyle=static') },
    { name: 'build', run: () => run('node', ['tools/build.mjs']) },
    { name: 'types of tests', run: checkSpecs },
  ];
}

/** Checks that need the build and a database. @returns {Part[]} */
export const laterParts = driftParts;
