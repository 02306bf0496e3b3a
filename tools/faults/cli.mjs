import { parseArgs } from 'node:util';
import { product } from '../supervisor/product.mjs';
import * as courses from './courses.mjs';
import { runFaults } from './run.mjs';

/** @typedef {import('./run.mjs').Outcome} Outcome */
const OPTIONS = /** @type {const} */ ({ brief: { type: 'boolean' }, json: { type: 'boolean' }, keep: { type: 'boolean' }, built: { type: 'boolean' } });

/** What must be nothing at the end. @param {Outcome} outcome */
const shortcomings = ({ left, findings, violations, employees, launched, closed }) => [
  ...left.map((name) => `never happened: ${name}`), ...findings, ...violations.map(({ name, detail }) => `${name}: ${detail}`),
  ...(launched === employees && closed === employees ? [] : [`of ${employees} people ${launched} were launched and ${closed} closed`]),
];

/** @param {Outcome} outcome */
const linesOf = ({ struck, employees, closed, violations, seconds: whole }) => [
  ...struck.map(({ name, at, seconds }) => `${String(at).padStart(7)} s  ${name}: everything ran again after ${seconds} s`),
  `${closed} of ${employees} reviews closed, ${violations.length} violations, ${whole} s`,
];

/**
 * Runs one course and prints what was killed and what came of it. `--brief` takes twelve people instead of sixty, `--built` trusts the compiled output,
 * `--keep` keeps the data folder.
 * @param {string[]} argv @returns {Promise<number>} exit code
 */
export async function main(argv) {
  const { brief = false, json = false, keep = false, built = false } = parseArgs({ args: argv, options: OPTIONS }).values;
  const began = Date.now();
  const say = (line) => console.error(`${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}`);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stopping.abort(new Error('Stopped.')));
  const outcome = await runFaults({ course: brief ? courses.brief : courses.whole, keep, say, signal: stopping.signal, product: built ? { ...product, isBuilt: () => true } : product });
  console.log(json ? JSON.stringify(outcome) : linesOf(outcome).join('\n'));
  const missing = shortcomings(outcome);
  for (const line of missing) console.error(`✗ ${line}`);
  return missing.length > 0 ? 1 : 0;
}
