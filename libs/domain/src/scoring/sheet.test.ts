import { describe, expect, it } from '@jest/globals';
import { scoreSheet } from './index.js';
import { indicator, item, judgedItem, months, quarter, scoreInput, sheet, value } from './testing.js';

const sales = indicator('sales');
const complaints = indicator('complaints', { direction: 'lower', aggregation: 'mean' });

describe('scoring a sheet', () => {
  it('shows every number between the values and the band', () => {
    const input = scoreInput(sheet([item(sales, 6_000), item(complaints, 4_000, { target: '3' })]), { sales: months('30', '30', '31'), complaints: months('3', '4', '3') });
    const result = scoreSheet(input);
    expect(result).toMatchObject({ state: 'scored', totalCenti: 9_016, band: 'A' });
    expect(result.items.map((one) => one.scoreCenti)).toEqual([9_100, 8_889]);
    expect(result.items[1]?.steps).toEqual([
      { step: 'aggregate', formula: '(v1 + v2 + v3) ÷ 3', inputs: { v1: '3', v2: '4', v3: '3' }, result: '≈3.333333' },
      { step: 'achievement', formula: 'max(0, 2 − value ÷ target)', inputs: { value: '≈3.333333', target: '3' }, result: '≈0.888889' },
      { step: 'curve', formula: 'y0 + (y1 − y0) × (achievement − x0) ÷ (x1 − x0)', inputs: { achievement: '≈0.888889', x0: '0', x1: '1.2', y0: '0', y1: '120' }, result: '≈88.888889' },
      { step: 'round', formula: 'round(score, 2)', inputs: { score: '≈88.888889' }, result: '88.89' },
    ]);
    expect(result.steps).toEqual([
      { step: 'total', formula: 's1 × w1 + s2 × w2', inputs: { s1: '91', w1: '0.6', s2: '88.89', w2: '0.4' }, result: '90.156' },
      { step: 'round', formula: 'round(total, 2)', inputs: { total: '90.156' }, result: '90.16' },
    ]);
  });

  it('puts a total on an edge into the band above', () => {
    const at = (amount: string) => scoreSheet(scoreInput(sheet([item(sales, 10_000)]), { sales: months('0', '0', amount) }));
    expect([at('90'), at('89.994')].map(({ totalCenti, band }) => [totalCenti, band])).toEqual([[9_000, 'A'], [8_999, 'B']]);
  });

  it('joins values by sum, mean, weighted mean, last, and the share of months that met the target', () => {
    const by = (change: object, target: string, list = months('80', '100', '120')) =>
      scoreSheet(scoreInput(sheet([item(indicator('x', change), 10_000, { target })]), { x: list })).totalCenti;
    expect(by({ aggregation: 'sum' }, '300')).toBe(10_000);
    expect(by({ aggregation: 'mean' }, '100')).toBe(10_000);
    expect(by({ aggregation: 'weightedMean' }, '100', [value('2026-07', '80', '3'), value('2026-08', '120', '1')])).toBe(9_000);
    expect(by({ aggregation: 'last' }, '100')).toBe(12_000);
    expect(by({ aggregation: 'shareOfSubPeriodsMet' }, '100')).toBe(6_667);
    expect(by({ aggregation: 'shareOfSubPeriodsMet', direction: 'lower' }, '100')).toBe(6_667);
  });

  it('takes a step curve for a target of zero and refuses a line there', () => {
    const steps = { kind: 'step' as const, steps: [{ minDifference: '0', scoreCenti: 10_000 }, { minDifference: '-2', scoreCenti: 6_000 }], otherwiseCenti: 2_000 };
    const stepped = (amount: string) => scoreSheet(scoreInput(sheet([item(indicator('x', { direction: 'lower', curve: steps }), 10_000, { target: '0' })]), { x: months(amount, '0', '0') })).totalCenti;
    expect(['0', '2', '3'].map(stepped)).toEqual([10_000, 6_000, 2_000]);
    expect(() => scoreSheet(scoreInput(sheet([item(sales, 10_000, { target: '0' })]), { sales: months('1') }))).toThrow('SCORING.TARGET_ZERO');
  });

  it('counts a gap as missing, not as zero: the rest is held against its share of the target', () => {
    const result = scoreSheet(scoreInput(sheet([item(sales, 10_000, { target: '300' })]), { sales: months('90', null, '110') }));
    expect(result).toMatchObject({ totalCenti: 10_000, flags: [{ code: 'SCORING.SUB_PERIOD_GAP', details: { counted: '2', expected: '3' } }] });
  });

  it('leaves values outside the valid range out and says so', () => {
    const narrow = indicator('x', { aggregation: 'mean', validity: { min: '0', max: '100' } });
    const result = scoreSheet(scoreInput(sheet([item(narrow, 10_000)]), { x: months('90', '400', '90') }));
    expect(result.items[0]).toMatchObject({ scoreCenti: 9_000, leftOut: [{ value: '400' }] });
    expect(result.flags.map((flag) => flag.code)).toEqual(['SCORING.SUB_PERIOD_GAP', 'SCORING.INVALID_VALUES']);
  });

  it('shows all inputs of a composite coefficient', () => {
    const inputs = [indicator('active', { aggregation: 'mean' }), indicator('referral', { aggregation: 'mean' })];
    const formula = indicator('coefficient', { measurement: { kind: 'formula', terms: [{ indicatorId: 'active', weightBp: 7_500 }, { indicatorId: 'referral', weightBp: 2_500 }] } });
    const result = scoreSheet(scoreInput(sheet([item(formula, 10_000, { inputs, target: '50' })]), { active: months('40', '44', '48'), referral: months('8', '8', '8') }));
    expect(result.items[0]).toMatchObject({ value: '35', achievement: '0.7', scoreCenti: 7_000 });
    expect(result.items[0]?.steps[2]).toEqual({ step: 'formula', formula: 'active × 0.75 + referral × 0.25', inputs: { active: '44', referral: '8' }, result: '35' });
  });

  it('takes whole judged points as they are and waits for those not given', () => {
    const composed = sheet([item(sales, 8_000)], [judgedItem('growth', 2_000)]);
    const scored = (score: number | null) => scoreSheet(scoreInput(composed, { sales: months('100') }, { judgements: [{ itemId: '_personal.growth', score, comment: 'x' }] }));
    expect(scored(85)).toMatchObject({ state: 'scored', totalCenti: 11_300 });
    expect(scored(null)).toMatchObject({ state: 'incomplete', waitingFor: ['_personal.growth'], totalCenti: null, band: null });
    expect(() => scored(85.5)).toThrow('SCORING.JUDGEMENT_OUT_OF_RANGE');
    expect(() => scored(101)).toThrow('SCORING.JUDGEMENT_OUT_OF_RANGE');
  });

  it('scores a segment with its own months and its share of a summed target', () => {
    const result = scoreSheet(scoreInput(sheet([item(sales, 10_000, { target: '300' })]), { sales: months('100', '50', '80') }, { window: { from: '2026-08-10', to: quarter.to } }));
    expect(result.items[0]).toMatchObject({ value: '130', achievement: '0.65', scoreCenti: 6_500 });
  });
});
