import { expect, test } from '@jest/globals';
import { expiryOf, exportState } from './index.js';

test('a file may be taken for three days from the instant at which it was ready', () => {
  const readyAt = '2026-11-20T08:00:00.000Z';
  const expiresAt = expiryOf(readyAt);
  expect(expiresAt).toBe('2026-11-23T08:00:00.000Z');
  const stands = (now: string) => exportState({ readyAt, expiresAt }, now);
  expect([stands(readyAt), stands('2026-11-23T07:59:59.999Z'), stands(expiresAt)]).toEqual(['ready', 'ready', 'expired']);
  expect(exportState({ readyAt: null, expiresAt: null }, expiresAt)).toBe('waiting');
});
