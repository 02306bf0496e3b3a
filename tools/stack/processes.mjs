import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ pid: number, startTime: string, command: string }} ProcessIdentity */

function identifyLinux(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return undefined;
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
  return { pid, startTime: fields[19], command };
}

function identifyOther(pid) {
  const line = execFileSync('ps', ['-o', 'lstart=,command=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  return line ? { pid, startTime: line.slice(0, 24), command: line.slice(25) } : undefined;
}

/**
 * Who runs under a process id. The start time distinguishes a process from a later one with the same number.
 * @param {number} pid @returns {ProcessIdentity | undefined} undefined when nobody (or a zombie) does
 */
export function identify(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    return existsSync('/proc/self/stat') ? identifyLinux(pid) : identifyOther(pid);
  } catch {
    return undefined;
  }
}

/** Whether the very same process still runs. @param {ProcessIdentity | undefined} known */
export function isAlive(known) {
  if (!known) return false;
  const now = identify(known.pid);
  return now !== undefined && now.startTime === known.startTime;
}

/** Sends a signal to a process or, when it leads one, its group. @param {number} pid @param {NodeJS.Signals} signal @param {boolean} [group] */
export function signalProcess(pid, signal, group = false) {
  try {
    process.kill(group ? -pid : pid, signal);
    return true;
  } catch {
    return false;
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a process is gone. @param {ProcessIdentity} known @param {number} withinMs @returns {Promise<boolean>} whether it is */
export async function waitForExit(known, withinMs) {
  const end = Date.now() + withinMs;
  while (isAlive(known)) {
    if (Date.now() >= end) return false;
    await pause(20);
  }
  return true;
}

/**
 * Asks a process to end, then kills its whole group.
 * @param {ProcessIdentity} known @param {{ signal?: NodeJS.Signals, graceMs?: number }} [options]
 */
export async function stopProcess(known, { signal = 'SIGTERM', graceMs = 10_000 } = {}) {
  if (!isAlive(known)) return;
  signalProcess(known.pid, signal);
  if (await waitForExit(known, graceMs)) return;
  signalProcess(known.pid, 'SIGKILL', true);
  signalProcess(known.pid, 'SIGKILL');
  await waitForExit(known, 5_000);
}
