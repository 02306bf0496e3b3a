import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import type { CodecKeys } from '../config/index.js';
import { Gate } from './gate.js';
import { EncryptionCodec, openText, sealText } from './index.js';

const ring = (active: string, ...ids: string[]): CodecKeys => ({ active, keys: Object.fromEntries(ids.map((id) => [id, keys[id] ?? Buffer.alloc(0)])) });
const keys: Record<string, Buffer> = { a: randomBytes(32), b: randomBytes(32) };
const payload = defaultPayloadConverter.toPayload({ updateId: 'u1' });

describe('payload codec', () => {
  test('after a rotation old payloads are read and new ones use the new key', async () => {
    const [old] = await new EncryptionCodec(ring('a', 'a')).encode([payload]);
    const rotated = new EncryptionCodec(ring('b', 'a', 'b'));
    expect(Buffer.from(old?.data ?? []).includes('u1')).toBe(false);
    const [opened] = await rotated.decode(old ? [old] : []);
    expect(defaultPayloadConverter.fromPayload(opened ?? {})).toEqual({ updateId: 'u1' });
    const [fresh] = await rotated.encode([payload]);
    expect(Buffer.from(fresh?.metadata?.['encryption-key-id'] ?? []).toString()).toBe('b');
  });

  test('a missing key and an altered payload are refused, other encodings pass through', async () => {
    const [sealed] = await new EncryptionCodec(ring('a', 'a')).encode([payload]);
    await expect(new EncryptionCodec(ring('b', 'b')).decode([sealed ?? {}])).rejects.toMatchObject({ name: 'UnknownCodecKeyError', keyId: 'a' });
    const altered = Uint8Array.from(sealed?.data ?? []);
    altered[20] = (altered[20] ?? 0) ^ 1;
    await expect(new EncryptionCodec(ring('a', 'a')).decode([{ ...sealed, data: altered }])).rejects.toThrow();
    expect(await new EncryptionCodec(ring('a', 'a')).decode([payload])).toEqual([payload]);
  });

  test('a sealed text opens again and does not show what it holds', () => {
    const sealed = sealText(ring('a', 'a'), 'token-123');
    expect(sealed).not.toContain('token-123');
    expect(openText(ring('b', 'a', 'b'), sealed)).toBe('token-123');
  });
});

describe('gate', () => {
  const later = (): Error => new Error('late');
  test('no more than the limit run at once per key, and everybody gets through', async () => {
    const gate = new Gate(2);
    let now = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
    };
    await Promise.all(Array.from({ length: 9 }, () => gate.pass('k', Date.now() + 10_000, later, work)));
    expect(most).toBe(2);
  });

  test('who waits past the deadline is told so and frees nothing', async () => {
    const gate = new Gate(1);
    let finish = (): void => undefined;
    const first = gate.pass('k', Date.now() + 10_000, later, () => new Promise<void>((resolve) => (finish = resolve)));
    await expect(gate.pass('k', Date.now() - 1, later, async () => undefined)).rejects.toThrow('late');
    finish();
    await first;
    await expect(gate.pass('k', Date.now() + 10_000, later, async () => 'in')).resolves.toBe('in');
  });
});
