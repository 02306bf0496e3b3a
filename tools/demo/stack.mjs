import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureDir, freePort, loadSecrets, removePostgresData, roleUrls, StackError } from '../stack/index.mjs';
import { bringUp } from '../supervisor/bring-up.mjs';
import { product as fairmark } from '../supervisor/product.mjs';
import { Group, readHome } from '../supervisor/index.mjs';
import { progress } from '../supervisor/progress.mjs';
import { run, tail } from '../setup/run.mjs';

/**
 * @typedef {object} Target a running Fairmark and what the checker needs to look behind it
 * @property {string} url @property {string} accounts path of the accounts file @property {string} home folder for the driver's log
 * @property {{ databaseUrl: string, temporalAddress: string, temporalNamespace: string, codecKeys: string }} behind
 * @property {() => Promise<void>} stop
 */

/** The product with the sample company of the wanted size, and no cycle: the demonstration launches its own. */
const withPeople = (product, people) => ({
  ...product,
  loadSample: async (env, signal) => {
    const loaded = await run('node', ['apps/api/dist/sample.js', '--no-cycle', '--people', String(people)], { env, signal });
    if (!loaded.ok) throw new Error(`The sample company could not be loaded: ${tail(loaded.output, 3)}`);
  },
});

/** Variables that would lead a throw-away stack to somebody's own servers. */
const FOREIGN = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'REDIS_URL', 'SMTP_URL', 'PUBLIC_URL', 'CODEC_KEYS', 'SESSION_SECRET', 'NODE_ENV', 'HOST'];

function ownEnvironment(home) {
  const env = { ...process.env, FAIRMARK_HOME: home, ALLOW_SECOND_DURATIONS: 'true', NODE_ENV: 'development' };
  for (const name of FOREIGN) if (name !== 'NODE_ENV') delete env[name];
  return env;
}

/**
 * Starts a whole Fairmark on data of its own: real PostgreSQL, real Temporal server, API and worker as they are built.
 * @param {{ people: number, keep: boolean, report: (line: string) => void, signal: AbortSignal, product?: import('../supervisor/product.mjs').Product, onGroup?: (group: Group) => void }} options `onGroup`: to end everything at once
 * @returns {Promise<Target>}
 */
export async function startThrowAway({ people, keep, report, signal, product = fairmark, onGroup }) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'fairmark-demo-'));
  ensureDir(home, 0o711);
  const env = ownEnvironment(home);
  const group = new Group(home, report);
  onGroup?.(group);
  const port = await freePort();
  const stop = async () => {
    await group.stop();
    removePostgresData(home);
    if (!keep) rmSync(home, { recursive: true, force: true });
  };
  const secrets = loadSecrets(home);
  try {
    await bringUp({ home, options: { port, fresh: false, yes: true, sample: true, help: false }, env, secrets, group, report, step: progress(report), signal, product: withPeople(product, people) });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, accounts: path.join(home, 'sample-accounts.json'), home, stop, behind: behindHome(home) };
}

/** Servers and keys of a local stack on a data folder. @param {string} home @returns {Target['behind']} */
function behindHome(home) {
  const { ports } = readHome(home);
  const { codec, database } = loadSecrets(home);
  const { appUrl } = roleUrls(`postgres://127.0.0.1:${ports?.postgres}/fairmark`, database);
  return { databaseUrl: appUrl, temporalAddress: `127.0.0.1:${ports?.temporal}`, temporalNamespace: 'fairmark', codecKeys: JSON.stringify({ active: codec.activeKeyId, keys: codec.keys }) };
}

/** Where a running Fairmark keeps its rows: as the environment says, else those of the local stack whose accounts file was given. */
function behindRunning(accounts, env) {
  const { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress, CODEC_KEYS: codecKeys, TEMPORAL_NAMESPACE: temporalNamespace = 'fairmark' } = env;
  if (databaseUrl && temporalAddress && codecKeys) return { databaseUrl, temporalAddress, temporalNamespace, codecKeys };
  const home = path.dirname(path.resolve(accounts));
  if (readHome(home).ports && existsSync(path.join(home, 'secrets.json'))) return behindHome(home);
  throw new StackError('OPTIONS', 'The checks need DATABASE_URL, TEMPORAL_ADDRESS and CODEC_KEYS as that Fairmark has them, or the accounts file in the data folder of a local one.');
}

/** A Fairmark that runs already. @param {{ url: string, accounts: string, env?: NodeJS.ProcessEnv }} options @returns {Target} */
export function useRunning({ url, accounts, env = process.env }) {
  const behind = behindRunning(accounts, env);
  return { url, accounts, home: mkdtempSync(path.join(os.tmpdir(), 'fairmark-demo-')), stop: async () => {}, behind };
}
