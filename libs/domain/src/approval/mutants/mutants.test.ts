import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { env } from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mutants, type Mutant } from './mutants.js';

const engine = path.resolve(__dirname, '..');
const root = path.resolve(engine, '../../../..');
/** The tests that a mutant has to pass to go unnoticed; fewer generated cases than for the engine itself. */
const TESTS = ['generated', 'peers', 'engine', 'vote', 'adding', 'handing', 'takeBack', 'return', 'timeout', 'blocks'];
const SEQUENCES = '500';

const copies = mkdtempSync(path.join(os.tmpdir(), 'fairmark-mutants-'));
afterAll(() => rmSync(copies, { recursive: true, force: true }));

/** A copy of the engine with one line changed, beside what it imports. */
function plant(name: string, mutant?: Mutant): void {
  const at = path.join(copies, name, 'approval');
  cpSync(engine, at, { recursive: true, filter: (source) => !source.includes('mutants') });
  cpSync(path.join(engine, '../common'), path.join(copies, name, 'common'), { recursive: true });
  if (!mutant) return;
  const file = path.join(at, mutant.file);
  const parts = readFileSync(file, 'utf8').split(mutant.from);
  if (parts.length !== 2) throw new Error(`${mutant.name}: the line stands ${parts.length - 1} times in ${mutant.file}`);
  writeFileSync(file, parts.join(mutant.to));
}

interface Results {
  testResults: { name: string; status: string; message: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** Tests that failed, by copy. */
async function runTests(): Promise<Map<string, string[]>> {
  symlinkSync(path.join(root, 'node_modules'), path.join(copies, 'node_modules'));
  const config = { rootDir: copies, testMatch: TESTS.map((name) => `<rootDir>/*/approval/**/${name}.test.ts`), testPathIgnorePatterns: [], modulePathIgnorePatterns: [], haste: { enableSymlinks: false } };
  writeFileSync(path.join(copies, 'jest.config.mjs'), `import preset from ${JSON.stringify(path.join(root, 'jest.preset.mjs'))};\nexport default { ...preset, ...${JSON.stringify(config)} };\n`);
  const outputFile = path.join(copies, 'results.json');
  const args = [path.join(root, 'node_modules/jest/bin/jest.js'), '--config', path.join(copies, 'jest.config.mjs'), '--maxWorkers=2', '--json', '--outputFile', outputFile];
  // Failing is what the copies are for: the results say it, not the exit code.
  await promisify(execFile)(process.execPath, args, { cwd: copies, env: { ...env, APPROVAL_SEQUENCES: SEQUENCES }, maxBuffer: 1 << 28 }).catch(() => undefined);
  const { testResults } = JSON.parse(readFileSync(outputFile, 'utf8')) as Results;
  const failed = new Map<string, string[]>();
  for (const { name, status, message, assertionResults } of testResults) {
    const copy = path.relative(copies, name).split(path.sep)[0] ?? '';
    const names = assertionResults.filter((one) => one.status === 'failed').map((one) => one.fullName);
    // A copy that does not even run has not been noticed by a test.
    if (status === 'failed' && names.length === 0) throw new Error(`${name} did not run: ${message}`);
    failed.set(copy, [...(failed.get(copy) ?? []), ...names]);
  }
  return failed;
}

let failed: Map<string, string[]>;

beforeAll(async () => {
  mkdirSync(copies, { recursive: true });
  plant('unchanged');
  for (const mutant of mutants) plant(mutant.name, mutant);
  failed = await runTests();
}, 600_000);

test('the engine as it is passes its tests in this way', () => expect(failed.get('unchanged')).toEqual([]));

test.each(mutants.map((mutant) => mutant.name))('%s is noticed', (name) => expect(failed.get(name)?.length).toBeGreaterThan(0));
