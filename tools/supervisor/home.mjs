import { statfsSync } from 'node:fs';
import path from 'node:path';
import { ensureDir, explain, readJson, root, StackError, writeJson } from '../stack/index.mjs';

/** Layout of the data folder. Raise it when an older Fairmark could no longer use a folder of this one. */
const FORMAT = 1;
/** A first run writes about 150 MB; below this it would stop halfway. */
const NEEDED_BYTES = 300 * 1024 * 1024;

const recordFile = (home) => path.join(home, 'home.json');

/**
 * @typedef {object} HomeRecord
 * @property {number} format @property {string} version of the Fairmark that wrote it last
 * @property {'loading' | 'loaded' | 'none'} [sample]
 * @property {{ postgres?: number, temporal?: number, temporalUi?: number }} [ports] kept, so that open tabs and tools find them again
 */

/** Version of this Fairmark. */
export const version = () => readJson(path.join(root, 'package.json')).version;

/** @param {string} home @returns {Partial<HomeRecord>} */
export const readHome = (home) => readJson(recordFile(home)) ?? {};

/** @param {string} home @param {Partial<HomeRecord>} change */
export function recordHome(home, change) {
  writeJson(recordFile(home), { ...readHome(home), format: FORMAT, version: version(), ...change });
}

function refuseFullDisk(home) {
  const { bavail, bsize } = statfsSync(home);
  if (bavail * bsize < NEEDED_BYTES) throw explain(Object.assign(new Error(), { code: 'ENOSPC' }), home);
}

/**
 * Makes sure that this Fairmark can use the data folder.
 * @param {string} home @throws {StackError} NOT_WRITABLE, DISK_FULL, DATA_NEWER
 */
export function checkHome(home) {
  // The database user passes through, others see nothing.
  ensureDir(home, 0o711);
  const record = readHome(home);
  if ((record.format ?? 0) > FORMAT) throw newer(home, `Fairmark ${record.version}`);
  refuseFullDisk(home);
}

/** @param {string} where @param {string} by */
export function newer(where, by) {
  return new StackError('DATA_NEWER', `The data in ${where} was made by a newer version (${by}; this is ${version()}). Update this clone, or set FAIRMARK_HOME to another folder.`);
}
