import { parseArgs } from 'node:util';
import { StackError } from '../stack/errors.mjs';

export const USAGE = `Usage: npm run demo [-- options]
  --scenario NAME  "cycle": one whole review cycle (the default); "approvals": what approvers can do and what can happen meanwhile, as named scenarios
  --only NAMES     of the scenarios these, separated by commas
  --people N       people who take part (default 60, with scenarios 120)
  --json           print one object with the figures and nothing else
  --seed N         another course of events (default 1)
  --url URL        drive a running Fairmark with the sample company instead of a throw-away stack; it must run with
                   ALLOW_SECOND_DURATIONS=true
  --accounts FILE  sample-accounts.json of that Fairmark, in its data folder; elsewhere the checks need DATABASE_URL,
                   TEMPORAL_ADDRESS and CODEC_KEYS
  --keep           keep the data folder of the throw-away stack, with the log of all requests and answers
  --help           this text`;

const OPTIONS = /** @type {const} */ ({
  scenario: { type: 'string' }, only: { type: 'string' }, people: { type: 'string' }, json: { type: 'boolean' }, seed: { type: 'string' }, url: { type: 'string' }, accounts: { type: 'string' }, keep: { type: 'boolean' }, help: { type: 'boolean' },
});

const SCENARIOS = /** @type {const} */ (['cycle', 'approvals']);
const PEOPLE = { cycle: '60', approvals: '120' };

/** @typedef {{ scenario: typeof SCENARIOS[number], only?: string[], people: number, json: boolean, seed: number, url?: string, accounts?: string, keep: boolean, help: boolean }} Options */

function parse(argv) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new StackError('OPTIONS', `${error.message.split('. ')[0]}. "npm run demo -- --help" lists the options (mind the "--" before them).`);
  }
}

function numberOf(name, text, least) {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new StackError('OPTIONS', `--${name} takes a whole number from ${least}, not "${text}".`);
}

/** @param {string[]} argv @returns {Options} @throws {StackError} OPTIONS */
export function parseOptions(argv) {
  const { scenario = 'cycle', only, people, json = false, seed = '1', url, accounts, keep = false, help = false } = parse(argv);
  if ((url === undefined) !== (accounts === undefined)) throw new StackError('OPTIONS', '--url and --accounts belong together.');
  const kind = SCENARIOS.find((one) => one === scenario);
  if (!kind) throw new StackError('OPTIONS', `--scenario takes one of ${SCENARIOS.join(', ')}, not "${scenario}".`);
  return { scenario: kind, only: only?.split(','), people: numberOf('people', people ?? PEOPLE[kind], 40), json, seed: numberOf('seed', seed, 0), url: url?.replace(/\/+$/, ''), accounts, keep, help };
}
