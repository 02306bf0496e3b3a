import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, StackError } from '../stack/index.mjs';

/** Module of the built product, by its path in the repository. @param {string} file @throws {StackError} NOT_BUILT */
export async function built(file) {
  const full = path.join(root, file);
  if (!existsSync(full)) throw new StackError('NOT_BUILT', `${file} does not exist. Run "npm run build" first.`);
  return import(pathToFileURL(full).href);
}
