import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureDir, findTemporal, freePort, homeDir, loadSecrets, root, setUpDatabase, startPostgres, startTemporal, StackError } from '../stack/index.mjs';
import { serviceEnv } from '../supervisor/settings.mjs';
import { built } from './built.mjs';

/** Starts one of the product's processes and waits until it serves. It ends when the IPC channel closes. */
async function startProcess(file, args, env) {
  const child = fork(path.join(root, file), args, { env, stdio: ['ignore', 2, 2, 'ipc'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const failed = ended.then((code) => Promise.reject(new StackError('BENCH', `${file} ended with ${code}`)));
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), failed]);
  failed.catch(() => {});
  return { stop: () => (child.connected && child.disconnect(), ended) };
}

/**
 * A throw-away stack as `npm start` runs it: PostgreSQL that keeps what it commits, and Temporal on a file.
 * @returns {Promise<{ env: NodeJS.ProcessEnv & { PUBLIC_URL: string }, start: (file: string, args?: string[]) => Promise<void>, startAnotherApi: () => Promise<string>, stop: () => Promise<void> }>}
 */
export async function startBenchStack() {
  const home = mkdtempSync(path.join(os.tmpdir(), 'fairmark-bench-'));
  chmodSync(home, 0o711);
  const parts = [{ stop: () => rmSync(home, { recursive: true, force: true }) }];
  const stop = async () => {
    for (const part of parts.toReversed()) await part.stop();
  };
  try {
    const secrets = loadSecrets(home);
    const postgres = await startPostgres({ home, password: randomBytes(12).toString('hex') });
    parts.push(postgres);
    const { appUrl, ownerUrl } = await setUpDatabase(postgres.url, 'fairmark', secrets.database);
    const { migrate } = await built('libs/persistence/dist/database/index.js');
    await migrate(ownerUrl);
    const temporal = await startTemporal({ home, cli: (await findTemporal({ home: ensureDir(homeDir()) })).path });
    parts.push(temporal);
    const settings = { ...process.env, LOG_LEVEL: 'error', ALLOW_SECOND_DURATIONS: 'true', NODE_ENV: 'test', TEMPORAL_NAMESPACE: temporal.namespace };
    const env = serviceEnv({ home, secrets, port: await freePort(), databaseUrl: appUrl, temporalAddress: temporal.address, env: settings });
    const startAnotherApi = async () => {
      const other = serviceEnv({ home, secrets, port: await freePort(), databaseUrl: appUrl, temporalAddress: temporal.address, env: settings });
      parts.push(await startProcess('apps/api/dist/main.js', [], other));
      return other.PUBLIC_URL;
    };
    return { env, stop, start: async (file, args = []) => void parts.push(await startProcess(file, args, env)), startAnotherApi };
  } catch (error) {
    await stop();
    throw error;
  }
}
