import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { StackError } from './errors.mjs';

function lookUp(name) {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

const CREATE = [
  ['useradd', ['--system', '--no-create-home', '--user-group', '--shell', '/bin/false', 'postgres']],
  ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'postgres']],
];

/**
 * PostgreSQL refuses to run as root, so root runs it as the system user `postgres`, made when missing.
 * @returns {{ uid: number, gid: number } | undefined} undefined when not root
 * @throws {StackError} NO_POSTGRES_USER
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp('postgres');
  if (known) return known;
  for (const [command, args] of CREATE) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) break;
  }
  const made = lookUp('postgres');
  if (made) return made;
  throw new StackError('NO_POSTGRES_USER', 'PostgreSQL does not run as root and the system user "postgres" could not be made. Create it, start as an ordinary user, or set DATABASE_URL.');
}

/** Whether another user could enter a folder: every folder on the way must let them through. @param {string} dir @param {{ uid: number, gid: number }} user */
export function canEnter(dir, user) {
  for (let at = dir; ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Gives files to the database user. @param {string} target @param {{ uid: number, gid: number } | undefined} user */
export function giveTo(target, user) {
  if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, target]);
}
