import { describe, expect, it } from '@jest/globals';
import type { ComposedItem } from '@fairmark/contracts/goals';
import fc from 'fast-check';
import { scoreSheet, type ScoreInput } from './index.js';
import { byHand, indicator, item, judgedItem, months, scoreInput, sheet } from './testing.js';

const amount = fc.integer({ min: 0, max: 40_000 }).map((cents) => (cents / 100).toFixed(2));
const maybe = fc.option(amount, { freq: 6 });
const aggregations = ['sum', 'mean', 'weightedMean', 'last', 'shareOfSubPeriodsMet'] as const;

interface Row { aggregation: (typeof aggregations)[number]; direction: 'higher' | 'lower'; horizon: 'short' | 'long'; weight: number; target: string; amounts: (string | null)[] }
const row: fc.Arbitrary<Row> = fc.record({
  aggregation: fc.constantFrom(...aggregations), direction: fc.constantFrom('higher' as const, 'lower' as const), horizon: fc.constantFrom('short' as const, 'long' as const),
  weight: fc.integer({ min: 1, max: 900 }), target: fc.integer({ min: 1, max: 500 }).map(String), amounts: fc.tuple(maybe, maybe, maybe),
});

/** A sheet out of random rows; the last item takes what is left of the weight. */
function inputOf(rows: readonly Row[], judgement: number): ScoreInput {
  const items = rows.map(({ aggregation, direction, horizon, weight, target }, index): ComposedItem => item(indicator(`i${index}`, { aggregation, direction, horizon }), weight, { target }));
  const left = 10_000 - rows.reduce((sum, { weight }) => sum + weight, 0);
  const composed = sheet(items, [judgedItem('growth', left, { horizon: 'short' })]);
  return scoreInput(composed, Object.fromEntries(rows.map(({ amounts }, index) => [`i${index}`, months(...amounts)])), { judgements: [{ itemId: '_personal.growth', score: judgement, comment: 'x' }] });
}

const sheets = fc.tuple(fc.array(row, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 100 })).map(([rows, judgement]) => inputOf(rows, judgement));

describe('properties of scores', () => {
  it('can be computed again from the shown steps, one by one, with a calculator', () => {
    fc.assert(fc.property(sheets, (input) => {
      const result = scoreSheet(input);
      const steps = [...result.items.flatMap((one) => one.steps), ...result.steps].filter((step) => step.formula !== 'points');
      for (const step of steps) {
        const shown = Number(step.result.replace('≈', ''));
        const room = step.step === 'weight' ? 0.000_1 : Object.values(step.inputs).some((text) => text.startsWith('≈')) ? 0.01 : 0.000_001;
        expect(Math.abs(byHand(step) - shown)).toBeLessThanOrEqual(room + Math.abs(shown) * 1e-6);
      }
    }));
  });

  it('totals the shown scores with weights that sum to the whole', () => {
    fc.assert(fc.property(sheets, (input) => {
      const result = scoreSheet(input);
      if (result.state !== 'scored') return;
      expect(result.items.reduce((sum, one) => sum + one.effectiveWeightBp, 0)).toBe(10_000);
      const exact = result.items.reduce((sum, one) => sum + (one.scoreCenti ?? 0) * one.effectiveWeightBp, 0);
      expect(result.totalCenti).toBe(Math.floor((exact + 5_000) / 10_000));
    }));
  });

  it('keeps every score between 0 and 120 points, and missing values never score', () => {
    fc.assert(fc.property(sheets, (input) => {
      for (const one of scoreSheet(input).items) {
        expect(one.scoreCenti === null || (one.scoreCenti >= 0 && one.scoreCenti <= 12_000)).toBe(true);
        expect((one.state === 'scored') === (one.scoreCenti !== null)).toBe(true);
      }
    }));
  });

  it('never scores a better value lower', () => {
    fc.assert(fc.property(row, amount, (first, better) => {
      const more = (list: (string | null)[]) => list.map((one) => (one === null ? null : (Number(one) + Number(better)).toFixed(2)));
      const [low, high] = [inputOf([first], 50), inputOf([{ ...first, amounts: more(first.amounts) }], 50)].map((input) => scoreSheet(input).items[0]?.scoreCenti ?? 0) as [number, number];
      expect(first.direction === 'higher' ? low <= high : low >= high).toBe(true);
    }));
  });

  it('does not depend on the order of items, values or judgements', () => {
    fc.assert(fc.property(sheets, (input) => {
      const turned: ScoreInput = {
        ...input,
        sheet: { ...input.sheet, blocks: [...input.sheet.blocks].reverse().map((block) => ({ ...block, items: [...block.items].reverse() })) },
        values: [...input.values].reverse().map((one) => ({ ...one, values: [...one.values].reverse() })),
      };
      const [one, other] = [scoreSheet(input), scoreSheet(turned)];
      expect([other.state, other.totalCenti, other.band]).toEqual([one.state, one.totalCenti, one.band]);
      expect([...other.items].sort((a, b) => (a.itemId < b.itemId ? -1 : 1))).toEqual([...one.items].sort((a, b) => (a.itemId < b.itemId ? -1 : 1)));
    }));
  });
});
