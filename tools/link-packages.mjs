// After a package was added to this repository or its dependencies on others changed: brings package-lock.json and the links in
// node_modules up to date without asking a registry. `npm ci` refuses a lock file that does not know a package.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { linkPackages } from './setup/install.mjs';
import { readJson, writeJson } from './stack/files.mjs';
import { root } from './stack/paths.mjs';

const lockFile = path.join(root, 'package-lock.json');
const lock = readJson(lockFile);
const sorted = (names) => names && Object.fromEntries(Object.entries(names).sort(([a], [b]) => a.localeCompare(b, 'en')));

const dirs = readJson(path.join(root, 'package.json')).workspaces
  .flatMap((pattern) => (pattern.endsWith('/*') ? readdirSync(path.join(root, pattern.slice(0, -2))).map((name) => pattern.slice(0, -1) + name) : [pattern]))
  .filter((dir) => existsSync(path.join(root, dir, 'package.json')));

for (const dir of dirs) {
  const { name, version, dependencies, devDependencies } = readJson(path.join(root, dir, 'package.json'));
  lock.packages[`node_modules/${name}`] = { resolved: dir, link: true };
  lock.packages[dir] = { ...lock.packages[dir], name, version, dependencies: sorted(dependencies), devDependencies: sorted(devDependencies) };
}
const [[, rootEntry], ...rest] = Object.entries(lock.packages);
lock.packages = { '': rootEntry, ...Object.fromEntries(rest.sort(([a], [b]) => a.localeCompare(b, 'en'))) };
writeJson(lockFile, lock);
linkPackages();
console.log(`${dirs.length} packages are in package-lock.json and linked.`);
