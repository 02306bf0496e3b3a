import { describe, expect, test } from '@jest/globals';
import type { PlanDocument, Sheet } from '@fairmark/contracts/plans';
import { ChangeLimits, PdcaDimension } from '@fairmark/contracts/pdca';
import fc from 'fast-check';
import { referencePlan } from '../plans/index.js';
import { changesBetween, compareEffect, dateAfterMonths, limitViolations, quarterOf, quartersDue, revertItems, reviewGaps, unchangedNeedsReason, uncoveredChanges, type AdoptedVersion } from './index.js';

const limits = ChangeLimits.parse({});
const first = referencePlan.sheets[0] as Sheet;
const withSheet = (document: PlanDocument, change: (sheet: Sheet) => Sheet): PlanDocument => ({ ...document, sheets: document.sheets.map((sheet) => (sheet.id === first.id ? change(sheet) : sheet)) });
const weights = (document: PlanDocument, by: Record<number, number>): PlanDocument => withSheet(document, (sheet) => ({ ...sheet, items: sheet.items.map((item, index) => ({ ...item, weightBp: item.weightBp + (by[index] ?? 0) })) }));
const codes = (after: PlanDocument, history: readonly AdoptedVersion[] = [], before = referencePlan) => limitViolations({ before, after, quarter: '2027Q2', history, limits }).map(({ code }) => code);

/** A sheet with one weight each, all others gone. */
const shift = (bp: number): PlanDocument => weights(referencePlan, { 0: bp, 1: -bp });
const big = (): PlanDocument => withSheet(referencePlan, (sheet) => ({ ...sheet, items: [{ ...sheet.items[0], weightBp: 10_000 } as Sheet['items'][number]] }));

describe('limits on changing the plan', () => {
  test('no change breaks nothing', () => expect(codes(referencePlan)).toEqual([]));

  test('moved weight is half the sum of absolute changes, and exactly the limit is allowed', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), (bp) => changesBetween(referencePlan, shift(bp))[0]?.movedBp === bp));
    const movedBp = (limit: number) => limitViolations({ before: referencePlan, after: shift(300), quarter: '2027Q2', history: [], limits: { ...limits, movedBpPerSheet: limit } }).map(({ code }) => code);
    expect(movedBp(300)).toEqual([]);
    expect(movedBp(299)).toEqual(['PDCA.TOO_MUCH_MOVED']);
  });

  test('more than two replaced indicators and a sheet that is emptied are refused', () => {
    expect(codes(big())).toEqual(expect.arrayContaining(['PDCA.TOO_MANY_REPLACED', 'PDCA.TOO_MUCH_MOVED']));
    expect(codes({ ...referencePlan, sheets: referencePlan.sheets.slice(1) })).toContain('PDCA.TOO_MUCH_MOVED');
  });

  test('another id does not hide a sheet, and a sheet for one community is held against the nearest', () => {
    expect(changesBetween(referencePlan, withSheet(referencePlan, (sheet) => ({ ...sheet, id: 'renamed' })))).toEqual([]);
    const own: Sheet = { ...first, id: 'own', for: { kind: 'community', communityCode: 'C-new' } };
    expect(changesBetween(referencePlan, { ...referencePlan, sheets: [...referencePlan.sheets, own] })).toEqual([]);
  });

  test('a redefined indicator counts in every sheet that uses it', () => {
    const id = first.items[0]?.indicatorId;
    const after = { ...referencePlan, indicators: referencePlan.indicators.map((indicator) => (indicator.id === id ? { ...indicator, name: { zh: '新名' } } : indicator)) };
    expect(changesBetween(referencePlan, after).map((change) => change.sheetId)).toEqual(referencePlan.sheets.filter((sheet) => sheet.items.some((item) => item.indicatorId === id)).map((sheet) => sheet.id));
  });

  test('a second version in the quarter is refused, a reverted one is not counted', () => {
    expect(codes(shift(100), [{ quarter: '2027Q2', source: 'adjust', changes: [] }])).toEqual(['PDCA.VERSIONS_USED_UP']);
    expect(codes(shift(100), [{ quarter: '2027Q2', source: 'revert', changes: [] }])).toEqual([]);
  });

  test('what was changed last quarter is locked unless it goes back; two quarters later it is free', () => {
    const changes = changesBetween(referencePlan, shift(100)).flatMap((change) => change.items);
    const history = (quarter: string): AdoptedVersion[] => [{ quarter, source: 'adjust', changes }];
    expect(codes(shift(150), history('2027Q1'), shift(100))).toEqual(['PDCA.LOCKED', 'PDCA.LOCKED']);
    expect(codes(referencePlan, history('2027Q1'), shift(100))).toEqual([]);
    expect(codes(shift(150), history('2026Q4'), shift(100))).toEqual([]);
  });
});

describe('a review', () => {
  const findings = PdcaDimension.options.map((dimension) => ({ dimension, rating: 3, text: '一般' }));
  const research = [{ method: '问卷', conductedOn: '2027-01-10', participants: 40, summary: '多数认可' }];
  test('needs every dimension once and user research', () => {
    expect(reviewGaps({ findings, research })).toBeUndefined();
    expect(reviewGaps({ findings, research: [] })?.code).toBe('PDCA.RESEARCH_MISSING');
    expect(reviewGaps({ findings: findings.slice(1), research })).toMatchObject({ code: 'PDCA.DIMENSION_MISSING', details: { missing: 'efficiency' } });
    expect(reviewGaps({ findings: [...findings, ...findings], research })?.code).toBe('PDCA.DIMENSION_MISSING');
  });
  test('the second quarter without change needs a reason', () => {
    expect([[], [true], [false], [false, true], [true, false]].map((earlier) => unchangedNeedsReason(earlier, limits))).toEqual([false, false, true, false, true]);
  });
  test('names what changes without an adjustment', () => {
    const changes = changesBetween(referencePlan, shift(100)).flatMap((change) => change.items);
    const touch = { sheetId: first.id, indicatorId: changes[0]?.indicatorId ?? '' };
    expect(uncoveredChanges(changes, [touch])).toEqual([changes[1]]);
  });
});

describe('an effect', () => {
  const reading = (value: string | null, sampleSize = 30) => ({ key: 'retention' as const, value, sampleSize, asOf: '2027-01-01T00:00:00.000Z' });
  const outcome = (change: string, value: string | null, sampleSize = 30) => compareEffect({ measure: 'retention', change, text: '留存上升' }, reading('0.50'), reading(value, sampleSize), 5).outcome;
  test('is compared exactly, in the direction that was expected', () => {
    expect(['0.60', '0.59', '0.55', '0.54', '0.50', '0.49'].map((value) => outcome('0.1', value))).toEqual(['reached', 'partly', 'partly', 'notReached', 'notReached', 'opposite']);
    expect([outcome('-0.1', '0.40'), outcome('-0.1', '0.51'), outcome('0', '0.50'), outcome('0', '0.51')]).toEqual(['reached', 'opposite', 'reached', 'notReached']);
  });
  test('is not claimed without a value or with a small sample', () => expect([outcome('0.1', null), outcome('0.1', '0.9', 4)]).toEqual(['notEnoughData', 'notEnoughData']));
});

test('reverting all that changed gives the earlier weights for any change, and a part that does not add up is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (bp) => {
      const present = shift(bp);
      const changes = changesBetween(referencePlan, present).flatMap((change) => change.items);
      expect(changesBetween(referencePlan, revertItems(referencePlan, present, changes, changes))).toEqual([]);
      expect(() => revertItems(referencePlan, present, changes, changes.slice(1))).toThrow('PDCA.REVERT_UNBALANCED');
    }),
  );
});

test('quarters come in order, each once, also after a long downtime', () => {
  expect(quartersDue('2026-11-20', '2027-07-02', ['2026Q4', '2027Q2'])).toEqual(['2027Q1', '2027Q3']);
  expect(quartersDue('2026-11-20', '2026-12-31', ['2026Q4'])).toEqual([]);
  expect([quarterOf('2026-03-31'), quarterOf('2026-04-01'), dateAfterMonths('2026-10-01', 3), dateAfterMonths('2026-10-01', 4)]).toEqual(['2026Q1', '2026Q2', '2027-01-01', '2027-02-01']);
});
