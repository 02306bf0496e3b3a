import { expect, test } from '@jest/globals';
import { WaveSettings } from '@fairmark/contracts/waves';
import fc from 'fast-check';
import { missingConditions } from './index.js';

const settings = WaveSettings.parse({});
const ready = { trainedManagers: '0.9500', trainedOperators: '0.9000', openConditions: 0, held: false, hasVersion: true };
const keys = (facts: Partial<typeof ready> | { trainedManagers: null }) => missingConditions({ ...ready, ...facts }, settings).map(({ key }) => key);

test('a wave starts exactly from the limits on, and never on a missing value', () => {
  expect(keys({})).toEqual([]);
  expect(keys({ trainedManagers: '0.9499', trainedOperators: '0.8999' })).toEqual(['trainedManagers', 'trainedOperators']);
  expect(keys({ trainedManagers: null })).toEqual(['trainedManagers']);
  expect(keys({ openConditions: 1, held: true, hasVersion: false })).toEqual(['openConditions', 'held', 'planVersion']);
});

test('more trained people never keep a wave from starting', () => {
  const share = fc.integer({ min: 0, max: 10_000 });
  const text = (bp: number) => (bp / 10_000).toFixed(4);
  fc.assert(fc.property(share, share, (one, other) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    expect(keys({ trainedOperators: text(high) }).length).toBeLessThanOrEqual(keys({ trainedOperators: text(low) }).length);
  }));
});
