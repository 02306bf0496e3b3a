import { describe, expect, test } from '@jest/globals';
import { referencePlan } from '../plans/index.js';
import { bufferFor, checkInDates, companyKeptItsPart, consequenceOf, improvementLength, improvementState } from './index.js';

const plan = { buffer: { ...referencePlan.buffer, improvement: { ...referencePlan.buffer.improvement, bands: ['D'], belowTotalCenti: 6_000, weeks: 8, checkinWeeks: 2 } } };

describe('which buffer a final result opens', () => {
  test.each([
    [{ shadow: true, band: 'D', totalCenti: 1_000 }, 'shadow'],
    [{ shadow: false, band: 'D', totalCenti: 5_999 }, 'improvement'],
    [{ shadow: false, band: 'D', totalCenti: 6_000 }, null],
    [{ shadow: false, band: 'C', totalCenti: 5_000 }, null],
    [{ shadow: false, band: null, totalCenti: null }, null],
  ])('%o opens %s', (result, kind) => {
    expect(bufferFor(plan, result)).toBe(kind);
  });
});

describe('where the consequence stands for pay', () => {
  const low = { shadow: false, band: 'D', totalCenti: 5_999, noConsequence: false };
  test.each([
    ['before the buffer opens', low, null, 'pending'],
    ['made low by a quota alone', { ...low, noConsequence: true }, null, null],
    ['a good result', { ...low, band: 'B', totalCenti: 8_000 }, null, null],
    ['judged, and it can still be contested', low, { consequence: 'inEffect' as const, effectiveAt: null }, 'pending'],
    ['final', low, { consequence: 'inEffect' as const, effectiveAt: '2026-09-01T00:00:00.000Z' }, 'inEffect'],
  ])('%s', (_name, result, buffer, wanted) => {
    expect(improvementState(plan, result, buffer)).toBe(wanted);
  });
});

describe('the window of an improvement', () => {
  test('eight weeks with a check-in every second week before its end', () => {
    expect(improvementLength(plan)).toEqual({ n: 56, unit: 'day' });
    expect(checkInDates(plan, '2026-09-01')).toEqual(['2026-09-15', '2026-09-29', '2026-10-13']);
  });

  test('a window as long as one interval has one check-in', () => {
    const short = { buffer: { ...plan.buffer, improvement: { ...plan.buffer.improvement, weeks: 4, checkinWeeks: 8 } } };
    expect(checkInDates(short, '2026-09-01')).toHaveLength(1);
  });
});

describe('the consequence at the end', () => {
  test.each([
    ['fulfilled', 3, 3, 'waived'],
    ['partly', 3, 3, 'softened'],
    ['not', 3, 3, 'inEffect'],
    ['not', 3, 2, 'inEffect'],
    ['not', 4, 2, 'waived'],
    ['partly', 3, 1, 'waived'],
  ] as const)('%s with %i planned and %i held check-ins: %s', (outcome, planned, held, consequence) => {
    expect(consequenceOf(outcome, { planned, held })).toBe(consequence);
  });

  test('exactly half missed is too much', () => {
    expect([companyKeptItsPart(2, 1), companyKeptItsPart(3, 2), companyKeptItsPart(0, 0)]).toEqual([false, true, true]);
  });
});
