import { createHash } from 'node:crypto';
import { cpSync, existsSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { explain } from './errors.mjs';
import { readJson, writeJson } from './files.mjs';
import { ensureDir } from './paths.mjs';
import { findPostgres } from './pg-binaries.mjs';
import { canEnter, postgresUser } from './pg-user.mjs';

const OUTSIDE = '/var/lib/fairmark';

/** Copies the binaries to a folder the database user may enter; once per version. */
function copyBinaries(from, version, place) {
  const to = path.join(place, `native-${version}`);
  if (existsSync(path.join(to, 'complete.json'))) return to;
  try {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    writeJson(path.join(to, 'complete.json'), { version });
  } catch (error) {
    throw explain(error, to);
  }
  return to;
}

function outsidePlace(home) {
  const hash = createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 16);
  ensureDir(OUTSIDE);
  return ensureDir(path.join(OUTSIDE, hash));
}

/**
 * Decides where database files and binaries live. As root, when the database user cannot enter the data folder or
 * node_modules (mode 0700, as root's home usually is), both move below /var/lib/fairmark; modes of foreign folders stay.
 * The choice is kept in where.json, so the data is found again even when modes change later.
 * @param {string} home
 * @returns {{ nativeDir: string, dataDir: string, user: { uid: number, gid: number } | undefined }}
 */
export function postgresPlace(home) {
  const { nativeDir, version } = findPostgres();
  const user = postgresUser();
  ensureDir(home);
  const recorded = recordedData(home);
  const reachable = !user || (canEnter(home, user) && canEnter(nativeDir, user));
  const inside = path.join(home, 'postgres');
  if (reachable && (!recorded || recorded === inside)) {
    writeJson(path.join(home, 'where.json'), { postgres: 'postgres' });
    return { nativeDir, dataDir: inside, user };
  }
  const place = recorded && recorded !== inside ? ensureDir(path.dirname(recorded)) : outsidePlace(home);
  const dataDir = path.join(place, 'postgres');
  moveData(recorded, dataDir);
  writeJson(path.join(home, 'where.json'), { postgres: dataDir });
  return { nativeDir: user && !canEnter(nativeDir, user) ? copyBinaries(nativeDir, version, place) : nativeDir, dataDir, user };
}

/** Data folder on record: a path inside the home is kept relative, so that a copied home does not use the original's data. */
function recordedData(home) {
  const recorded = readJson(path.join(home, 'where.json'))?.postgres;
  return recorded && path.resolve(home, recorded);
}

/** A folder that was open when the data was made and is closed now: take the data along. */
function moveData(from, to) {
  if (!from || from === to || !existsSync(from) || existsSync(to)) return;
  cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  rmSync(from, { recursive: true, force: true });
}

/** Deletes the database wherever it is. @param {string} home */
export function removePostgresData(home) {
  const recorded = recordedData(home);
  if (!recorded) return;
  const outside = path.dirname(recorded).startsWith(OUTSIDE + path.sep);
  rmSync(outside ? path.dirname(recorded) : recorded, { recursive: true, force: true });
  rmSync(path.join(home, 'where.json'), { force: true });
}
