import { existsSync } from 'node:fs';
import path from 'node:path';
import { homeDir, loadSecrets, StackError, stopOrphans, takeLock } from '../stack/index.mjs';
import { bringUp } from './bring-up.mjs';
import { confirmFresh, eraseHome } from './fresh.mjs';
import { Group } from './group.mjs';
import { checkHome } from './home.mjs';
import { refuseTakenPort } from './ports.mjs';
import { product as fairmark } from './product.mjs';
import { oneLine, progress } from './progress.mjs';
import { openAddress } from './settings.mjs';
import { onStopRequest } from './stop-requests.mjs';

/** Without its secrets an existing database cannot be opened and running reviews cannot be read. */
function secretsOf(home) {
  if (existsSync(path.join(home, 'where.json')) && !existsSync(path.join(home, 'secrets.json'))) throw new StackError('SECRETS_MISSING', `${home} holds data but no secrets.json. Restore it from a backup, or start anew with "npm start -- --fresh".`);
  return loadSecrets(home);
}

/** Takes the data folder, cleaned of what a killed supervisor left. @param {import('./options.mjs').Options} options */
async function takeHome(home, options, { report, env }) {
  if (options.fresh && env.DATABASE_URL) throw new StackError('OPTIONS', '--fresh deletes only data that npm start made itself, but DATABASE_URL is set. Empty that database yourself, or remove DATABASE_URL.');
  if (options.fresh) await confirmFresh(home, options.yes);
  checkHome(home);
  const release = takeLock(home, { port: options.port, url: openAddress(env.HOST || '127.0.0.1', options.port) });
  try {
    const orphans = await stopOrphans(home);
    if (orphans.length > 0) report(`✓ stopped what the last run left behind: ${orphans.join(', ')}`);
    if (options.fresh) eraseHome(home);
    await refuseTakenPort(options.port, env.HOST || '127.0.0.1');
    return { release, secrets: secretsOf(home) };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Runs the whole local stack until it is asked to stop.
 * @param {import('./options.mjs').Options} options @param {NodeJS.ProcessEnv} [env]
 * @param {import('./product.mjs').Product} [product] @returns {Promise<number>} exit code
 */
export async function main(options, env = process.env, product = fairmark) {
  const home = homeDir(env);
  const report = (line) => console.log(line);
  const group = new Group(home, report);
  const stopping = new AbortController();
  let release = () => {};
  const asked = new Promise((resolve) => onStopRequest({
    stop: () => { report('Stopping …'); stopping.abort(); resolve(undefined); },
    kill: () => { group.kill(); release(); process.exit(130); },
  }));
  process.on('uncaughtException', (error) => { console.error(error); process.exitCode = 1; process.kill(process.pid, 'SIGTERM'); });
  try {
    const taken = await takeHome(home, options, { report, env });
    release = taken.release;
    report(await bringUp({ home, options, env, secrets: taken.secrets, group, report, step: progress(report), signal: stopping.signal, product }));
    await asked;
  } catch (error) {
    if (!stopping.signal.aborted) {
      console.error(`Fairmark did not start. ${oneLine(error)}`);
      process.exitCode = 1;
    }
  } finally {
    await group.stop();
    release();
  }
  if (stopping.signal.aborted) report('Stopped.');
  return Number(process.exitCode ?? 0);
}
