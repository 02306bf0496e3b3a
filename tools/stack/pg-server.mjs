import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { logTail, startBackground, stopBackground, waitUntilReady } from './background.mjs';
import { explain, StackError } from './errors.mjs';
import { ensureDir } from './paths.mjs';
import { postgresPlace } from './pg-place.mjs';
import { giveTo } from './pg-user.mjs';
import { freePort } from './ports.mjs';
import { writePidFile, removePidFile } from './pidfiles.mjs';

/** Major version of the pinned npm package. */
const POSTGRES_MAJOR = '18';
/** Test databases are thrown away: durability is switched off. */
const EPHEMERAL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_senders=0', 'wal_level=minimal'];

/** Makes the cluster in a folder beside its place and renames it, so a kill in between leaves nothing half made. */
function initialise({ nativeDir, dataDir, user }, password) {
  const part = `${dataDir}.part`;
  const passwordFile = `${dataDir}.password`;
  try {
    rmSync(part, { recursive: true, force: true });
    ensureDir(part, 0o700);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    giveTo(part, user);
    giveTo(passwordFile, user);
    const args = ['-D', part, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
    const made = spawnSync(path.join(nativeDir, 'bin/initdb'), args, { ...user, cwd: '/', encoding: 'utf8' });
    if (made.status !== 0) throw new StackError('POSTGRES_INIT', `PostgreSQL could not make its data folder: ${`${made.stderr || made.error}`.trim().split('\n').slice(-2).join(' ')}`);
    renameSync(part, dataDir);
  } catch (error) {
    throw explain(error, dataDir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Files of another major version cannot be opened; nothing is changed in them. */
function refuseOtherVersion(dataDir) {
  const made = readFileSync(path.join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (made !== POSTGRES_MAJOR) throw new StackError('DATA_VERSION', `${dataDir} was made by PostgreSQL ${made}, this version of Fairmark uses ${POSTGRES_MAJOR}. Use the Fairmark that made it, or set FAIRMARK_HOME to another folder.`);
}

/** Whether the server of this very process is open: on a taken port, another server would answer in its place. */
function isOpen(dataDir, pid) {
  const lines = existsSync(path.join(dataDir, 'postmaster.pid')) ? readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n') : [];
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/** @param {string} connectionString */
async function answers(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  await client.connect();
  await client.query('select 1');
  await client.end();
  return true;
}

/**
 * Starts PostgreSQL on a data folder, making it first when missing.
 * @param {object} options
 * @param {string} options.home folder with pid files, logs and, where possible, the data
 * @param {string} options.password of the superuser `postgres`
 * @param {number} [options.port] @param {boolean} [options.ephemeral] fast and not durable, for tests
 * @param {AbortSignal} [options.signal] gives up waiting for it
 * @returns {Promise<{ url: (database?: string) => string, port: number, background: import('./background.mjs').Background, stop: (how?: 'fast' | 'immediate') => Promise<void> }>}
 *   `url` is the superuser's
 * @throws {StackError} POSTGRES_INIT, POSTGRES_START, NO_POSTGRES, NO_POSTGRES_USER
 */
export async function startPostgres({ home, password, port, ephemeral = false, signal }) {
  const place = postgresPlace(home);
  if (!existsSync(path.join(place.dataDir, 'PG_VERSION'))) initialise(place, password);
  refuseOtherVersion(place.dataDir);
  const listen = port ?? (await freePort());
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', ...(ephemeral ? EPHEMERAL : [])];
  const background = await startBackground({
    command: path.join(place.nativeDir, 'bin/postgres'),
    args: ['-D', place.dataDir, '-p', String(listen), ...settings.flatMap((setting) => ['-c', setting])],
    logFile: path.join(home, 'logs/postgres.log'), cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' }, ...place.user,
  });
  writePidFile(home, 'postgres', background.identity.pid);
  const url = (database = 'postgres') => `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${listen}/${database}`;
  const stop = async (how = 'fast') => {
    await stopBackground(background, how === 'fast' ? 'SIGINT' : 'SIGQUIT', 20_000);
    removePidFile(home, 'postgres');
  };
  const isReady = async () => isOpen(place.dataDir, background.identity.pid) && answers(url());
  if (await waitUntilReady(isReady, { background, withinMs: 60_000, signal })) return { url, port: listen, background, stop };
  await stop('immediate');
  throw new StackError('POSTGRES_START', `PostgreSQL did not start: ${logTail(background.logFile, 3)} (log: ${background.logFile})`);
}
