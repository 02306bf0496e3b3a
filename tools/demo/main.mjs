// npm run demo: one whole review cycle of the sample company on real servers, with steps of seconds, and a check of everything afterwards.
import path from 'node:path';
import { parseOptions, USAGE } from './options.mjs';
import { startThrowAway, useRunning } from './stack.mjs';
import { drive } from './driver/index.mjs';

const options = parseOptions(process.argv.slice(2));
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
const started = Date.now();
const say = (line) => console.error(`${((Date.now() - started) / 1000).toFixed(1).padStart(7)} s  ${line}`);
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stopping.abort(new Error('stopped')));
const target = options.url && options.accounts ? useRunning({ url: options.url, accounts: options.accounts }) : await startThrowAway({ people: options.people, keep: options.keep, report: say, signal: stopping.signal });
say(`${target.url} ${target.home} ${target.behind.databaseUrl}`);
try {
  const logFile = path.join(target.home, 'exchanges.jsonl');
  console.log(await drive({ url: target.url, accounts: target.accounts, logFile, seed: options.seed, say, signal: stopping.signal }));
} finally {
  await target.stop();
}
