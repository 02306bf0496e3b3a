import { describe, expect, test } from '@jest/globals';
import { RiskCategory } from '@fairmark/contracts/risks';
import { nextTrigger, startSet } from './index.js';

describe('an early warning', () => {
  const [then, now] = ['2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'];
  test.each([
    ['begins beyond the limit', 'below', '0.9499', null, now], ['does not begin on the limit', 'below', '0.95', null, null], ['keeps since when it shows', 'below', '0.9', then, then], ['ends back inside', 'below', '0.96', then, null],
    ['is not begun by a missing value', 'below', null, null, null], ['is not ended by a missing value', 'below', null, then, then], ['above begins above', 'above', '0.95000001', null, now], ['above does not begin below', 'above', '0.94', null, null],
  ] as const)('%s', (_, comparison, value, since, expected) => expect(nextTrigger({ comparison, limit: '0.95' }, value, since, now)).toBe(expected));
});

test('the start set covers every category, each risk once', () => {
  expect(new Set(startSet.map(({ category }) => category))).toEqual(new Set(RiskCategory.options));
  expect(new Set(startSet.map(({ key }) => key)).size).toBe(startSet.length);
});
