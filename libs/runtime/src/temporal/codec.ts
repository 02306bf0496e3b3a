import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { METADATA_ENCODING_KEY, type Payload, type PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { CodecKeys } from '../config/index.js';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;
const ENCODING = Buffer.from('binary/encrypted');
const KEY_ID = 'encryption-key-id';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A payload names a key that this installation does not have: secrets were not restored with the database. */
export class UnknownCodecKeyError extends Error {
  constructor(readonly keyId: string) {
    super(`Unknown payload key ${keyId}`);
    this.name = 'UnknownCodecKeyError';
  }
}

/**
 * AES-256-GCM over whole payloads. The metadata carries the key id, which is also authenticated; new payloads use the
 * active key, old ones are read with the key they name. Payloads in other encodings pass through.
 */
export class EncryptionCodec implements PayloadCodec {
  constructor(private readonly ring: CodecKeys) {}

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.seal(payload));
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => (isSealed(payload) ? this.open(payload) : payload));
  }

  private seal(payload: Payload): Payload {
    const data = sealBytes(this.ring, PayloadMessage.encode(payload).finish());
    return { metadata: { [METADATA_ENCODING_KEY]: ENCODING, [KEY_ID]: Buffer.from(this.ring.active) }, data };
  }

  private open(payload: Payload): Payload {
    const keyId = Buffer.from(payload.metadata?.[KEY_ID] ?? []).toString();
    return PayloadMessage.decode(openBytes(this.ring, keyId, payload.data ?? new Uint8Array()));
  }
}

const isSealed = (payload: Payload): boolean => ENCODING.equals(payload.metadata?.[METADATA_ENCODING_KEY] ?? new Uint8Array());

/** iv, ciphertext and tag under the active key. */
export function sealBytes(ring: CodecKeys, plain: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, ring.active), iv).setAAD(Buffer.from(ring.active));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws {UnknownCodecKeyError} and when the bytes were altered */
export function openBytes(ring: CodecKeys, keyId: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(ring, keyId), sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(keyId)).setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

/** Keys as OpenSSL holds them: making one for each payload costs several times the encryption of a small one. */
const prepared = new WeakMap<Buffer, KeyObject>();

function keyOf(ring: CodecKeys, id: string): KeyObject {
  const key = Object.hasOwn(ring.keys, id) ? ring.keys[id] : undefined;
  if (!key) throw new UnknownCodecKeyError(id);
  const known = prepared.get(key) ?? createSecretKey(key);
  prepared.set(key, known);
  return known;
}
