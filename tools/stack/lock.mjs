import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explain, StackError } from './errors.mjs';
import { readJson } from './files.mjs';
import { ensureDir } from './paths.mjs';
import { identify, isAlive } from './processes.mjs';

const lockFile = (home) => path.join(home, 'lock.json');

/** Who holds the data folder, if that process still runs. @param {string} home */
export function lockHolder(home) {
  const record = readJson(lockFile(home));
  return isAlive(record) ? record : undefined;
}

/** @param {string} home @throws {StackError} HOME_IN_USE */
export function refuseHeld(home) {
  const holder = lockHolder(home);
  if (!holder) return;
  const at = holder.url ? ` at ${holder.url}` : '';
  throw new StackError('HOME_IN_USE', `Fairmark already runs on ${home}${at} (process ${holder.pid}). Stop it first, or set FAIRMARK_HOME to another folder.`);
}

/** Makes the lock appear complete or not at all; false when somebody else's is there. */
function tryLink(home, record) {
  const own = path.join(home, `lock.${process.pid}.part`);
  try {
    writeFileSync(own, JSON.stringify(record));
    linkSync(own, lockFile(home));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw explain(error, home);
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moves a dead holder's lock away. Two starters may both try: whoever moved a live lock puts it back. */
function removeStale(home) {
  const aside = path.join(home, `lock.${process.pid}.stale`);
  try {
    renameSync(lockFile(home), aside);
    if (isAlive(readJson(aside))) linkSync(aside, lockFile(home));
  } catch {
    // Another starter was faster; the next attempt to take the lock decides.
  }
  rmSync(aside, { force: true });
}

/**
 * Takes the data folder for this process: two servers on one database file start without an error and disturb each other.
 * @param {string} home @param {Record<string, unknown>} [details] kept in the lock for the message of a second start
 * @returns {() => void} releases the lock
 * @throws {StackError} HOME_IN_USE
 */
export function takeLock(home, details = {}) {
  ensureDir(home);
  const record = { ...details, ...identify(process.pid) };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (tryLink(home, record)) {
      return () => {
        if (readJson(lockFile(home))?.pid === process.pid) rmSync(lockFile(home), { force: true });
      };
    }
    refuseHeld(home);
    removeStale(home);
  }
  throw new StackError('HOME_IN_USE', `Another start on ${home} is under way. Wait for it, or set FAIRMARK_HOME to another folder.`);
}
