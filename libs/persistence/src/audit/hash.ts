import { createHash } from 'node:crypto';

/** Hash before the first entry of a chain. */
export const GENESIS = '0'.repeat(64);

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Hash of one entry: covers its predecessor and the exact canonical text. */
export function hashEntry(previousHash: string, canonical: string): string {
  return sha256(`${previousHash}\n${canonical}`);
}

/** What the chain keeps of a free text: the text can be erased, the hash stays. */
export function saltedHash(salt: string, body: string): string {
  return sha256(`${salt}\n${body}`);
}
