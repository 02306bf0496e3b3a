import { StackError } from '../stack/errors.mjs';
import { onStopRequest } from '../supervisor/stop-requests.mjs';
import { parseOptions, USAGE } from './options.mjs';
import { shortcomings, tableOf } from './report.mjs';
import { runDemo } from './run.mjs';
import { scenarioTable, unfulfilled } from './scenarios/report.mjs';
import { runScenarios } from './scenarios/run.mjs';

/** What can be demonstrated: how it is run, what may be missing of it, how it is shown. */
const DEMONSTRATIONS = { cycle: { run: runDemo, missing: shortcomings, table: tableOf }, approvals: { run: runScenarios, missing: unfulfilled, table: scenarioTable } };

/** Progress goes to the error stream in JSON mode, so that the output is one object. */
function speaker(json) {
  const started = Date.now();
  const print = json ? console.error : console.log;
  return (line) => print(`${((Date.now() - started) / 1000).toFixed(1).padStart(7)} s  ${line}`);
}

/**
 * Runs the demonstration and prints its figures: a table, or one JSON object.
 * @param {string[]} argv @returns {Promise<number>} exit code
 */
export async function main(argv) {
  const options = parseOptions(argv);
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const say = speaker(options.json);
  const stopping = new AbortController();
  let kill = () => {};
  onStopRequest({ stop: () => stopping.abort(new StackError('STOPPED', 'Stopped.')), kill: () => { kill(); process.exit(130); } });
  const { run, missing: lacking, table } = DEMONSTRATIONS[options.scenario];
  const outcome = await run({ ...options, say, signal: stopping.signal, onGroup: (group) => { kill = () => group.kill(); } });
  const missing = lacking(outcome, options);
  console.log(options.json ? JSON.stringify(outcome) : `\n${table(outcome)}`);
  for (const line of missing) console.error(`✗ ${line}`);
  return missing.length > 0 ? 1 : 0;
}
