import type { CodecKeys } from '../config/index.js';
import { openBytes, sealBytes } from './codec.js';

/** Encrypts a short text for a database row, such as the token of a one-time link that waits in the outbox: `<keyId>.<base64url>`. */
export function sealText(ring: CodecKeys, text: string): string {
  return `${ring.active}.${sealBytes(ring, Buffer.from(text)).toString('base64url')}`;
}

/** Reads what `sealText` wrote. @throws {UnknownCodecKeyError} and when the text was altered */
export function openText(ring: CodecKeys, sealed: string): string {
  const dot = sealed.indexOf('.');
  return openBytes(ring, sealed.slice(0, dot), Buffer.from(sealed.slice(dot + 1), 'base64url')).toString();
}
