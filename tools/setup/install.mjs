import { existsSync, lstatSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { StackError } from '../stack/errors.mjs';
import { readJson } from '../stack/files.mjs';
import { root } from '../stack/paths.mjs';
import { run, tail } from './run.mjs';

/**
 * Whether node_modules holds what the lock file asks for. Compares contents, because a checkout changes times without
 * changing files; packages for other platforms may be missing.
 * @param {string} [dir] @returns {boolean}
 */
export function isInstalled(dir = root) {
  const wanted = readJson(path.join(dir, 'package-lock.json'))?.packages ?? {};
  const present = readJson(path.join(dir, 'node_modules/.package-lock.json'))?.packages;
  if (!present) return false;
  return Object.entries(wanted).every(([where, entry]) => {
    if (!where.startsWith('node_modules/') || entry.optional) return true;
    return entry.link ? isLinked(path.join(dir, where), path.join(dir, entry.resolved)) : present[where]?.version === entry.version;
  });
}

/** A package of this repository: the link itself counts, whatever the last installation wrote down. */
const isLinked = (link, target) => existsSync(link) && existsSync(target) && realpathSync(link) === realpathSync(target);

/** A new package of this repository needs a link, not a whole installation. @param {string} [dir] */
export function linkPackages(dir = root) {
  if (!existsSync(path.join(dir, 'node_modules/.package-lock.json'))) return;
  for (const [where, { link, resolved }] of Object.entries(readJson(path.join(dir, 'package-lock.json'))?.packages ?? {})) {
    const [from, to] = [path.join(dir, where), path.join(dir, resolved ?? '')];
    if (!link || !existsSync(to) || lstatSync(from, { throwIfNoEntry: false })) continue;
    mkdirSync(path.dirname(from), { recursive: true });
    symlinkSync(path.relative(path.dirname(from), to), from);
  }
}

/** npm itself, also when this was started without it. @returns {[string, string[]]} */
function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
}

/**
 * Installs the dependencies of the lock file when they are missing or changed.
 * @param {(line: string) => void} [log] @returns {Promise<boolean>} whether anything was installed
 * @throws {StackError} INSTALL_FAILED
 */
export async function ensureInstalled(log = () => {}) {
  linkPackages();
  if (isInstalled()) return false;
  log('Installing dependencies (npm ci) …');
  const [command, args] = npmCommand();
  // Under NODE_ENV=production npm would leave out the compilers that the build needs.
  const result = await run(command, [...args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], { env: { CI: 'true' } });
  if (!result.ok) {
    const reason = tail(result.output.split('\n').filter((line) => /ERR!|error/i.test(line) && !/complete log/i.test(line)).join('\n'), 2).replaceAll('\n', ' ');
    throw new StackError('INSTALL_FAILED', `Dependencies could not be installed: ${reason || tail(result.output, 1)}. Run "npm ci" to see everything.`);
  }
  return true;
}
