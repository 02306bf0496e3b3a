import { parseArgs } from 'node:util';
import { StackError } from '../stack/errors.mjs';

export const USAGE = `Usage: npm start [-- options]
  --port N      port of the web app and the API (default: PORT, else 3000)
  --no-sample   on the first run, start without the sample company
  --fresh       delete all data in the data folder first (asks)
  --yes         do not ask
  --help        this text
Data folder: .fairmark, or FAIRMARK_HOME. Servers of your own: DATABASE_URL, TEMPORAL_ADDRESS, REDIS_URL. See docs/run.md.`;

const OPTIONS = /** @type {const} */ ({ port: { type: 'string' }, fresh: { type: 'boolean' }, yes: { type: 'boolean' }, 'no-sample': { type: 'boolean' }, help: { type: 'boolean' } });

/** @typedef {{ port: number, fresh: boolean, yes: boolean, sample: boolean, help: boolean }} Options */

function parse(argv) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new StackError('OPTIONS', `${error.message.split('. ')[0]}. "npm start -- --help" lists the options (mind the "--" before them).`);
  }
}

function portOf(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new StackError('OPTIONS', `"${text}" is not a port number. Give one between 1 and 65535.`);
}

/** @param {string[]} argv @param {NodeJS.ProcessEnv} [env] @returns {Options} @throws {StackError} OPTIONS */
export function parseOptions(argv, env = process.env) {
  const { port, fresh = false, yes = false, 'no-sample': noSample = false, help = false } = parse(argv);
  return { port: portOf(port ?? (env.PORT?.trim() || '3000')), fresh, yes, sample: !noSample, help };
}
