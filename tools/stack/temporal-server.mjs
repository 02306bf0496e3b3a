import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { logTail, startBackground, stopBackground, waitUntilReady } from './background.mjs';
import { StackError } from './errors.mjs';
import { removePidFile, writePidFile } from './pidfiles.mjs';
import { freePort } from './ports.mjs';

const run = promisify(execFile);

/** Write-ahead log with normal syncing: twice as fast as the default, and no decision was lost after SIGKILL. */
const SQLITE = ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'];
/** A launch and a fan-out send many updates at once; the default of ten in flight would refuse them. */
const LIMITS = ['--dynamic-config-value', 'history.maxInFlightUpdates=1000', '--dynamic-config-value', 'history.maxTotalUpdates=20000'];

/** The server registers the namespace itself, so that it is known at once, but with a retention of one day. */
async function keepForNinetyDays(cli, address, namespace) {
  await run(cli, ['operator', 'namespace', 'update', '--address', address, '--namespace', namespace, '--retention', '2160h']);
  return true;
}

const answers = async (url) => (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;

/**
 * Starts Temporal's development server on a file.
 * @param {object} options
 * @param {string} options.home @param {string} options.cli path of the `temporal` executable
 * @param {string} [options.namespace] registered with 90 days of retention
 * @param {number} [options.port] @param {number} [options.uiPort]
 * @param {Record<string, string>} [options.searchAttributes] name → type
 * @param {AbortSignal} [options.signal] gives up waiting for it
 * @param {boolean} [options.ephemeral] in memory, without UI, for tests
 * @returns {Promise<{ address: string, namespace: string, uiUrl: string | undefined, port: number, uiPort: number | undefined, background: import('./background.mjs').Background, stop: () => Promise<void> }>}
 * @throws {StackError} TEMPORAL_START
 */
export async function startTemporal({ home, cli, namespace = 'fairmark', port, uiPort, searchAttributes = {}, ephemeral = false, signal }) {
  const listen = port ?? (await freePort());
  const ui = ephemeral ? undefined : uiPort ?? (await freePort());
  const attributes = Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]);
  const storage = ephemeral ? [] : ['--db-filename', path.join(home, 'temporal.db'), ...SQLITE];
  const background = await startBackground({
    command: cli,
    args: ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(listen), '--namespace', namespace, ...(ui ? ['--ui-port', String(ui)] : ['--headless']), '--log-level', 'warn', ...storage, ...LIMITS, ...attributes],
    logFile: path.join(home, 'logs/temporal.log'), cwd: home,
  });
  writePidFile(home, 'temporal', background.identity.pid);
  const address = `127.0.0.1:${listen}`;
  const stop = async () => {
    await stopBackground(background, 'SIGTERM', 15_000);
    removePidFile(home, 'temporal');
  };
  const server = { address, namespace, uiUrl: ui ? `http://127.0.0.1:${ui}` : undefined, port: listen, uiPort: ui, background, stop };
  const isReady = async () => (await keepForNinetyDays(cli, address, namespace)) && (!ui || answers(`${server.uiUrl}/api/v1/namespaces/${namespace}`));
  if (await waitUntilReady(isReady, { background, withinMs: 60_000, everyMs: 100, signal })) return server;
  await stop();
  throw new StackError('TEMPORAL_START', `The Temporal server did not start: ${logTail(background.logFile, 3)} (log: ${background.logFile})`);
}
