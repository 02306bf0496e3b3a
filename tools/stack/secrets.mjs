import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import { StackError } from './errors.mjs';
import { readJson, writeJson } from './files.mjs';
import { ensureDir } from './paths.mjs';

/**
 * @typedef {object} Secrets
 * @property {{ activeKeyId: string, keys: Record<string, string> }} codec AES-256 keys by id, base64
 * @property {string} sessionSecret
 * @property {{ superuser: string, owner: string, app: string }} database passwords
 */

const token = (bytes) => randomBytes(bytes).toString('base64url');

/** @returns {Secrets} */
function generate() {
  const activeKeyId = `k${randomBytes(4).toString('hex')}`;
  return {
    codec: { activeKeyId, keys: { [activeKeyId]: randomBytes(32).toString('base64') } },
    sessionSecret: token(48),
    database: { superuser: token(24), owner: token(24), app: token(24) },
  };
}

/**
 * The installation's secrets, made on first run. Part of every backup: without the codec keys running workflows cannot be read.
 * @param {string} home @returns {Secrets}
 */
export function loadSecrets(home) {
  const file = path.join(ensureDir(home), 'secrets.json');
  if (!existsSync(file)) writeJson(file, generate(), 0o600);
  const secrets = readJson(file);
  if (!secrets?.codec?.keys?.[secrets.codec.activeKeyId] || !secrets.sessionSecret || !secrets.database?.superuser) {
    throw new StackError('SECRETS_DAMAGED', `${file} is damaged. Restore it from a backup; starting without it would make running reviews unreadable.`);
  }
  chmodSync(file, 0o600);
  return secrets;
}
