import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { explain } from './errors.mjs';
import { ensureDir } from './paths.mjs';
import { identify, stopProcess } from './processes.mjs';

/** @typedef {import('./processes.mjs').ProcessIdentity} ProcessIdentity */
/**
 * @typedef {object} Background a server in a process group of its own
 * @property {import('node:child_process').ChildProcess} child
 * @property {ProcessIdentity} identity
 * @property {string} logFile
 * @property {() => boolean} exited
 */

function openLog(logFile) {
  try {
    ensureDir(path.dirname(logFile), 0o700);
    if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
    return openSync(logFile, 'a', 0o600);
  } catch (error) {
    throw explain(error, logFile);
  }
}

/**
 * Starts a server detached: a terminal's Ctrl-C reaches its whole process group at once and would take PostgreSQL away from
 * a draining worker. Output goes to a file, so a killed supervisor does not break the server's pipes.
 * @param {{ command: string, args: string[], logFile: string, ipc?: boolean } & import('node:child_process').SpawnOptions} options
 * @returns {Promise<Background>}
 */
export async function startBackground({ command, args, logFile, ipc = false, ...options }) {
  const log = openLog(logFile);
  try {
    const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log, log, ...(ipc ? /** @type {const} */ (['ipc']) : [])] });
    let gone = false;
    child.once('exit', () => { gone = true; });
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    const identity = identify(child.pid) ?? { pid: child.pid, startTime: '', command };
    return { child, identity, logFile, exited: () => gone };
  } finally {
    closeSync(log);
  }
}

/** Last lines a server wrote, for an error message. @param {string} logFile @param {number} [lines] */
export function logTail(logFile, lines = 5) {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join(' | ');
  } catch {
    return '';
  }
}

/**
 * Asks again and again until a server answers.
 * @param {() => Promise<boolean>} probe @param {{ background: Background, withinMs: number, everyMs?: number, signal?: AbortSignal }} options
 * @returns {Promise<boolean>} false when it ended or did not answer in time
 */
export async function waitUntilReady(probe, { background, withinMs, everyMs = 50, signal }) {
  const end = Date.now() + withinMs;
  while (!background.exited() && !signal?.aborted && Date.now() < end) {
    if (await probe().catch(() => false)) return true;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return false;
}

/** @param {Background} background @param {NodeJS.Signals} signal @param {number} graceMs */
export async function stopBackground(background, signal, graceMs) {
  if (!background.exited()) await stopProcess(background.identity, { signal, graceMs });
}
