import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureDir, freePort, loadSecrets, removePostgresData, roleUrls } from '../stack/index.mjs';
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
 * @param {{ people: number, keep: boolean, report: (line: string) => void, signal: AbortSignal, product?: import('../supervisor/product.mjs').Product }} options
 * @returns {Promise<Target>}
 */
export async function startThrowAway({ people, keep, report, signal, product = fairmark }) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'fairmark-demo-'));
  ensureDir(home, 0o711);
  const env = ownEnvironment(home);
  const group = new Group(home, report);
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
  const { ports } = readHome(home);
  const { appUrl } = roleUrls(`postgres://127.0.0.1:${ports?.postgres}/fairmark`, secrets.database);
  return {
    url: `http://127.0.0.1:${port}`, accounts: path.join(home, 'sample-accounts.json'), home, stop,
    behind: {
      databaseUrl: appUrl, temporalAddress: `127.0.0.1:${ports?.temporal}`, temporalNamespace: 'fairmark',
      codecKeys: JSON.stringify({ active: secrets.codec.activeKeyId, keys: secrets.codec.keys }),
    },
  };
}

/** A Fairmark that runs already; its servers are read from the environment. @param {{ url: string, accounts: string, env?: NodeJS.ProcessEnv }} options @returns {Target} */
export function useRunning({ url, accounts, env = process.env }) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'fairmark-demo-'));
  return {
    url, accounts, home, stop: async () => {},
    behind: { databaseUrl: env.DATABASE_URL ?? '', temporalAddress: env.TEMPORAL_ADDRESS ?? '', temporalNamespace: env.TEMPORAL_NAMESPACE ?? 'fairmark', codecKeys: env.CODEC_KEYS ?? '' },
  };
}
