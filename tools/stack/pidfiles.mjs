import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readJson, writeJson } from './files.mjs';
import { ensureDir } from './paths.mjs';
import { identify, isAlive, stopProcess } from './processes.mjs';

/** Order of an ordered stop: requests under way still need the worker, both need the servers. */
const STOP_ORDER = ['api', 'worker', 'temporal', 'postgres'];
/** Each server's own clean stop: SIGINT is PostgreSQL's fast shutdown. @type {Record<string, NodeJS.Signals>} */
const STOP_SIGNAL = { postgres: 'SIGINT' };

const pidDir = (home) => path.join(home, 'pids');

/** Records a running child with its start time and command line. @param {string} home @param {string} name @param {number} pid */
export function writePidFile(home, name, pid) {
  const identity = identify(pid);
  if (!identity) return undefined;
  writeJson(path.join(ensureDir(pidDir(home)), `${name}.json`), { name, ...identity });
  return identity;
}

/** @param {string} home @param {string} name */
export function removePidFile(home, name) {
  rmSync(path.join(pidDir(home), `${name}.json`), { force: true });
}

/** Children on record, in stop order. @param {string} home */
export function listPidFiles(home) {
  let names = [];
  try {
    names = readdirSync(pidDir(home)).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  const records = names.map((name) => readJson(path.join(pidDir(home), name))).filter((record) => record?.pid);
  return inStopOrder(records);
}

/** Whoever is not one of ours comes last. @template {{ name: string }} T @param {T[]} all @returns {T[]} */
export function inStopOrder(all) {
  const rank = ({ name }) => (STOP_ORDER.indexOf(name) + STOP_ORDER.length + 1) % (STOP_ORDER.length + 1);
  return [...all].sort((a, b) => rank(a) - rank(b));
}

/** A process is ours only if pid, start time and command line all match the record. */
const isOurs = (record) => isAlive(record) && identify(record.pid)?.command === record.command;

/**
 * Stops what a killed supervisor left behind. A process id that was given to somebody else since is left alone.
 * @param {string} home @param {{ graceMs?: number }} [options] @returns {Promise<string[]>} names of the stopped processes
 */
export async function stopOrphans(home, { graceMs = 15_000 } = {}) {
  const stopped = [];
  for (const record of listPidFiles(home)) {
    if (isOurs(record)) {
      await stopProcess(record, { signal: STOP_SIGNAL[record.name] ?? 'SIGTERM', graceMs });
      stopped.push(record.name);
    }
    removePidFile(home, record.name);
  }
  return stopped;
}
