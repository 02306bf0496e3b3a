import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { explain } from './errors.mjs';

/** Reads a JSON file; undefined when it is missing or cut short. @param {string} file */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes JSON in one step, so that a kill leaves the old file or the new one. @param {string} file @param {unknown} value @param {number} [mode] */
export function writeJson(file, value, mode = 0o644) {
  const part = `${file}.${process.pid}.part`;
  try {
    rmSync(part, { force: true });
    writeFileSync(part, JSON.stringify(value, null, 2) + '\n', { mode, flag: 'wx' });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw explain(error, file);
  }
}
