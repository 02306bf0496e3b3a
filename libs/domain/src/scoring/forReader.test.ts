import { describe, expect, it } from '@jest/globals';
import { computedOnly, scoreSheet, trendOf } from './index.js';
import { indicator, item, judgedItem, months, scoreInput, sheet } from './testing.js';

describe('what the person sees before publication', () => {
  it('is computed items only', () => {
    const items = [item(indicator('a'), 6_000), judgedItem('growth', 4_000)];
    const result = scoreSheet(scoreInput(sheet([items[0] as never], [items[1] as never]), { a: months('30', '30', '30') }, { judgements: [{ itemId: '_personal.growth', score: 61, comment: 'x' }] }));
    expect(result).toMatchObject({ state: 'scored', totalCenti: 7_840 });
    const seen = computedOnly(items, result);
    expect(seen.items.map((one) => one.scoreCenti)).toEqual([9_000, null]);
    expect(seen).toMatchObject({ totalCenti: null, band: null, steps: [], flags: [] });
    expect(JSON.stringify(seen)).not.toMatch(/61|7840|78\.4/);
  });

  it('names the way of the last two sub-periods', () => {
    expect([months('1', '2'), months('2', '2'), months('9', '3', '2.5'), months('1')].map(trendOf)).toEqual(['up', 'flat', 'down', null]);
  });
});
