import { expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readJson, root } from '@fairmark/tools/stack';

interface Manifest {
  name: string;
  workspaces: string[];
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const manifest = readJson(path.join(root, 'package.json')) as Manifest;
const lock = (readJson(path.join(root, 'package-lock.json')) as { packages: Record<string, Partial<Manifest> & { link?: boolean; resolved?: string }> }).packages;
const workspaces = manifest.workspaces
  .flatMap((pattern) => (pattern.endsWith('/*') ? readdirSync(path.join(root, pattern.slice(0, -2))).map((name) => `${pattern.slice(0, -1)}${name}`) : [pattern]))
  .filter((dir) => existsSync(path.join(root, dir, 'package.json')));

// `npm ci` refuses a lock file that does not know a package of this repository.
it.each(workspaces)('the lock file knows %s', (dir) => {
  const { name, dependencies, devDependencies } = readJson(path.join(root, dir, 'package.json')) as Manifest;
  expect(lock[`node_modules/${name}`]).toEqual({ resolved: dir, link: true });
  expect([lock[dir]?.dependencies, lock[dir]?.devDependencies]).toEqual([dependencies, devDependencies]);
});

it('the lock file knows the dependencies of the root', () => {
  expect([lock['']?.dependencies, lock['']?.devDependencies]).toEqual([manifest.dependencies, manifest.devDependencies]);
});
