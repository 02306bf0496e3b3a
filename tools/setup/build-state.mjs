import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { readJson, writeJson } from '../stack/files.mjs';
import { ensureDir, root } from '../stack/paths.mjs';

const GROUPS = ['apps', 'libs', 'workflows'];
const SKIP = new Set(['node_modules', 'dist', 'coverage', '.swc']);
const stateFile = path.join(root, 'node_modules/.cache/fairmark/build.json');

/** Folders of a workspace group that are packages. @param {string} group */
export function packagesOf(group) {
  const dir = path.join(root, group);
  if (!existsSync(dir)) return [];
  return readdirSync(dir).filter((name) => existsSync(path.join(dir, name, 'package.json'))).map((name) => `${group}/${name}`);
}

function* filesBelow(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory() && !SKIP.has(entry.name)) yield* filesBelow(file);
    else if (entry.isFile() && !entry.name.includes('.test.')) yield file;
  }
}

/** Changes when a source file is added, removed or written. */
function fingerprint() {
  const files = [...GROUPS.flatMap((group) => packagesOf(group)).flatMap((dir) => [...filesBelow(path.join(root, dir))]), ...['tsconfig.base.json', 'tsconfig.json', 'package-lock.json'].map((name) => path.join(root, name))];
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Compiled entry points that must exist, whatever the fingerprint says. */
const OUTPUTS = ['apps/api/dist/main.js', 'apps/worker/dist/main.js'];

/** Whether the compiled output belongs to the present sources. */
export function isBuilt() {
  return OUTPUTS.every((file) => existsSync(path.join(root, file))) && readJson(stateFile)?.fingerprint === fingerprint();
}

/** Records that the present sources were compiled. */
export function markBuilt() {
  ensureDir(path.dirname(stateFile));
  writeJson(stateFile, { fingerprint: fingerprint() });
}
