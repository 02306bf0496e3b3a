import { describe, expect, it } from '@jest/globals';
import { checkResult, checkSubmission, joinSegments, scoreSheet, withScores } from './index.js';
import { indicator, item, judgedItem, months, scoreInput, sheet, value } from './testing.js';

const a = indicator('a');
const b = indicator('b');
const long = indicator('l', { horizon: 'long', aggregation: 'last', lagging: { windowDays: 120, maxAgeDays: 200 } });
const full = months('40', '30', '30');

describe('values that are not there', () => {
  it('blocks, or moves the weight inside the same horizon, as the sheet says', () => {
    const composed = (missing: 'block' | 'reweight') => sheet([item(a, 2_000, { missing }), item(b, 3_000), item(indicator('c'), 2_000), item(indicator('d', { horizon: 'long' }), 3_000)]);
    const values = { b: full, c: months('25', '25', '25'), d: full };
    expect(scoreSheet(scoreInput(composed('block'), values))).toMatchObject({ state: 'blocked', waitingFor: ['c1.a'], totalCenti: null });
    const moved = scoreSheet(scoreInput(composed('reweight'), values));
    expect(moved.items.map((one) => one.effectiveWeightBp)).toEqual([0, 4_200, 2_800, 3_000]);
    expect(moved).toMatchObject({ state: 'scored', movedWeightBp: 2_000, totalCenti: 9_300, flags: [{ code: 'SCORING.REWEIGHTED', itemId: 'c1.a' }] });
  });

  it('is not ratable beyond the limit, or when nothing of the horizon is left, unless rated anyway', () => {
    const composed = sheet([item(a, 3_001), item(b, 6_999)]);
    expect(scoreSheet(scoreInput(composed, { b: full }))).toMatchObject({ state: 'notRatable', waitingFor: ['c1.a'] });
    expect(scoreSheet(scoreInput(composed, { b: full }, { rateAnyway: true }))).toMatchObject({ state: 'scored', totalCenti: 10_000, movedWeightBp: 3_001 });
    const alone = sheet([item(indicator('d', { horizon: 'long' }), 1_000), item(b, 9_000)]);
    expect(scoreSheet(scoreInput(alone, { b: full }))).toMatchObject({ state: 'notRatable' });
    expect(scoreSheet(scoreInput(alone, { b: full }, { rateAnyway: true }))).toMatchObject({ state: 'scored', totalCenti: 10_000 });
  });

  it('tells a long-term value that is not due yet from a missing one, and takes an older one inside its age', () => {
    const composed = sheet([item(long, 2_000), item(indicator('m', { horizon: 'long' }), 2_000), item(b, 6_000)]);
    const values = { m: full, b: full };
    expect(scoreSheet(scoreInput(composed, values))).toMatchObject({ state: 'scored', supplements: ['c1.l'], items: [{ state: 'notDueYet', effectiveWeightBp: 0 }, { effectiveWeightBp: 4_000 }, { effectiveWeightBp: 6_000 }] });
    const older = scoreSheet(scoreInput(composed, { ...values, l: [value('2026-06', '90'), { ...value('2026-06', '10'), subPeriod: '2026-01', startsOn: '2026-01-01', endsOn: '2026-01-31' }] }));
    expect(older).toMatchObject({ items: [{ state: 'scored', value: '90', scoreCenti: 9_000 }, {}, {}], supplements: ['c1.l'], movedWeightBp: 0 });
    const due = sheet([item({ ...long, lagging: { windowDays: 60, maxAgeDays: 200 } }, 2_000, { missing: 'block' }), item(b, 8_000)]);
    expect(scoreSheet(scoreInput(due, values))).toMatchObject({ state: 'blocked', waitingFor: ['c1.l'], supplements: [] });
  });

  it('blocks on data under the quality limit until accepted, also through an input of a formula', () => {
    const formula = indicator('f', { measurement: { kind: 'formula', terms: [{ indicatorId: 'a', weightBp: 5_000 }, { indicatorId: 'b', weightBp: 5_000 }] } });
    const composed = sheet([item(formula, 10_000, { inputs: [a, b] })]);
    const scored = (qualityBp: number, accepted: boolean) => scoreSheet(scoreInput(composed, { a: full, b: full }, { quality: [{ indicatorId: 'b', subPeriod: '2026-08', qualityBp, accepted }] }));
    expect(scored(9_499, false)).toMatchObject({ state: 'blocked', items: [{ state: 'qualityBlocked', scoreCenti: null }], flags: [{ code: 'SCORING.QUALITY_BLOCKED' }] });
    expect([scored(9_500, false), scored(2_000, true)].map((result) => result.state)).toEqual(['scored', 'scored']);
  });

  it('leaves the collaboration item out when nobody answered and the scorer does not judge it', () => {
    const composed = sheet([item(b, 7_000)], [judgedItem('growth', 2_000), judgedItem('collaboration', 1_000, { kind: 'collaboration', missing: 'reweight' })]);
    const judgements = [{ itemId: '_personal.growth', score: 80, comment: 'x' }];
    expect(scoreSheet(scoreInput(composed, { b: full }, { judgements, collaboratorAnswers: 0 }))).toMatchObject({ state: 'scored', totalCenti: 9_400 });
    expect(scoreSheet(scoreInput(composed, { b: full }, { judgements }))).toMatchObject({ state: 'incomplete' });
  });
});

describe('what the scorer hands in', () => {
  const followers = indicator('followers', { aggregation: 'last' });
  const conversion = indicator('conversion', { aggregation: 'last' });
  const composed = sheet([item(followers, 8_000, { counter: conversion })], [judgedItem('growth', 2_000)]);
  const values = { followers: months('80', '90', '100'), conversion: months('5', '4', '3') };
  const judged = { itemId: '_personal.growth', score: 70, comment: 'steady' };

  it('must comment on a result that rises while its counter-indicator falls, and on judged points', () => {
    const result = scoreSheet(scoreInput(composed, values, { judgements: [judged] }));
    expect(result.flags).toEqual([{ code: 'SCORING.COUNTER_INDICATOR', itemId: 'c1.followers', needsComment: true, details: { counterIndicatorId: 'conversion', from: '80', to: '100', counterFrom: '5', counterTo: '3' } }]);
    expect(() => checkResult(composed, { items: [judged], comment: '' }, result)).toThrow('SCORING.COMMENT_MISSING');
    expect(() => checkResult(composed, { items: [{ ...judged, comment: ' ' }, { itemId: 'c1.followers', score: null, comment: 'bought followers' }], comment: '' }, result)).toThrow('SCORING.COMMENT_MISSING');
    checkResult(composed, { items: [judged, { itemId: 'c1.followers', score: null, comment: 'bought followers' }], comment: '' }, result);
  });

  it('names known items once and gives points to judged ones only', () => {
    const check = (items: { itemId: string; score: number | null; comment: string }[]) => checkSubmission(composed, { items, comment: '' });
    expect(() => check([{ ...judged, itemId: 'c1.other' }])).toThrow('SCORING.UNKNOWN_ITEM');
    expect(() => check([judged, judged])).toThrow('SCORING.UNKNOWN_ITEM');
    expect(() => check([{ ...judged, itemId: 'c1.followers' }])).toThrow('SCORING.NOT_JUDGED');
  });
});

describe('segments', () => {
  const { bands } = sheet([]);
  it('weighs the totals by days and rounds once', () => {
    expect(joinSegments([{ days: 40, totalCenti: 8_001 }, { days: 52, totalCenti: 9_555 }], bands)).toMatchObject({ centi: 8_879, band: 'B' });
    expect(() => joinSegments([{ days: 0, totalCenti: 8_000 }], bands)).toThrow('SCORING.NO_DAYS');
  });
});

describe('scores decided by an appeal', () => {
  const composed = sheet([item(a, 6_000), item(b, 4_000)]);
  it('change the total and the band, and nothing else', () => {
    const result = scoreSheet(scoreInput(composed, { a: months('50', '20', '10'), b: full }));
    const changed = withScores(result, new Map([['c1.a', 9_333]]), composed.bands);
    expect([result.totalCenti, result.band, changed.totalCenti, changed.band]).toEqual([8_800, 'B', 9_600, 'A']);
    expect(changed.items[1]).toEqual(result.items[1]);
    expect(() => withScores(result, new Map([['c1.x', 1]]), composed.bands)).toThrow('SCORING.UNKNOWN_ITEM');
  });
});
