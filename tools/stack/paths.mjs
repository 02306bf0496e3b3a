import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain, StackError } from './errors.mjs';

/** Root of the repository. (`import.meta.dirname` is not in every Node 20.) */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The pinned Node once it is installed, otherwise the one that runs this file. */
export function pinnedNode() {
  const pinned = path.join(root, 'node_modules/.bin/node');
  return existsSync(pinned) ? pinned : process.execPath;
}

/** Folder that holds everything Fairmark writes. @param {NodeJS.ProcessEnv} [env] */
export function homeDir(env = process.env) {
  return path.resolve(root, env.FAIRMARK_HOME || '.fairmark');
}

/**
 * Makes a folder. The mode is set explicitly because a strict umask would keep the database user out; folders that
 * already exist keep theirs.
 * @param {string} dir @param {number} [mode]
 */
export function ensureDir(dir, mode = 0o755) {
  if (existsSync(dir)) return dir;
  try {
    mkdirSync(dir, { recursive: true });
    chmodSync(dir, mode);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EEXIST'].includes(error.code)) throw new StackError('NOT_WRITABLE', `Cannot make the folder ${dir}. Set FAIRMARK_HOME to a folder that can be made.`);
    throw explain(error, dir);
  }
  return dir;
}
