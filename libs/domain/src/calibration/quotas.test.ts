import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quotaFaults, quotaNumbers, type BandQuota, type QuotaKind } from './index.js';

const bands = ['S', 'A', 'B', 'C'];
const quota = (band: string, kind: QuotaKind, shareBp: number): BandQuota => ({ band, kind, shareBp });
const numbers = (quotas: BandQuota[], people: number) => quotaNumbers(bands, quotas, people).map(({ band, least, most }) => [band, least, most]);

describe('quota numbers', () => {
  it('gives whole parts, then the largest remainders', () => {
    const exact = [quota('S', 'exact', 1_000), quota('A', 'exact', 2_600), quota('B', 'exact', 5_400), quota('C', 'exact', 1_000)];
    expect(numbers(exact, 13)).toEqual([['S', 1, 1], ['A', 4, 4], ['B', 7, 7], ['C', 1, 1]]);
  });

  it('gives equal remainders to the higher band for a minimum', () => {
    expect(numbers([quota('A', 'minimum', 5_000), quota('B', 'minimum', 5_000)], 11)).toEqual([['A', 6, null], ['B', 5, null]]);
  });

  it('gives equal remainders to the lower band for a maximum', () => {
    expect(numbers([quota('A', 'maximum', 5_000), quota('B', 'maximum', 5_000)], 11)).toEqual([['A', 0, 5], ['B', 0, 6]]);
  });

  it('rounds a single top maximum down and a single bottom minimum down on a tie', () => {
    expect(numbers([quota('S', 'maximum', 1_000)], 15)).toEqual([['S', 0, 1]]);
    expect(numbers([quota('C', 'minimum', 1_000)], 15)).toEqual([['C', 1, null]]);
    expect(numbers([quota('S', 'maximum', 1_000)], 16)).toEqual([['S', 0, 2]]);
  });

  it('refuses impossible sets', () => {
    const codes = (quotas: BandQuota[]) => quotaFaults(bands, quotas).map(({ code }) => code);
    expect(codes([quota('A', 'minimum', 6_000), quota('B', 'exact', 5_000)])).toEqual(['CALIBRATION.QUOTA_MINIMUMS_TOO_HIGH']);
    expect(codes(bands.map((band) => quota(band, 'maximum', 2_000)))).toEqual(['CALIBRATION.QUOTA_MAXIMUMS_TOO_LOW']);
    expect(codes([quota('X', 'minimum', 100)])).toEqual(['CALIBRATION.QUOTA_UNKNOWN_BAND']);
    expect(codes([quota('A', 'minimum', 100), quota('A', 'maximum', 200)])).toEqual(['CALIBRATION.QUOTA_DUPLICATE_BAND']);
    expect(codes([quota('A', 'minimum', 10_001)])).toContain('CALIBRATION.QUOTA_SHARE_OUT_OF_RANGE');
    expect(() => quotaNumbers(bands, [quota('X', 'minimum', 100)], 10)).toThrow('CALIBRATION.QUOTA_UNKNOWN_BAND');
  });

  const sets = fc.array(fc.record({ kind: fc.constantFrom<QuotaKind>('minimum', 'maximum', 'exact'), shareBp: fc.integer({ min: 0, max: 10_000 }) }), { maxLength: 4 })
    .chain((entries) => fc.shuffledSubarray(bands, { minLength: entries.length, maxLength: entries.length }).map((names) => names.map((band, i) => ({ band, kind: entries[i]?.kind ?? 'minimum', shareBp: entries[i]?.shareBp ?? 0 }))))
    .filter((quotas) => quotaFaults(bands, quotas).length === 0);

  it('every possible set can be met by every group, whatever is rounded', () => {
    fc.assert(fc.property(sets, fc.integer({ min: 0, max: 400 }), (quotas, people) => {
      const result = quotaNumbers(bands, quotas, people);
      const limits = bands.map((band) => result.find((one) => one.band === band) ?? { least: 0, most: null });
      const least = limits.reduce((sum, one) => sum + one.least, 0);
      const most = limits.reduce((sum, one) => sum + (one.most ?? people), 0);
      expect(least).toBeLessThanOrEqual(people);
      expect(most).toBeGreaterThanOrEqual(people);
    }), { numRuns: 2_000 });
  });

  it('an exact set over all bands hands out everybody, each number next to its share', () => {
    const exact = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 3, maxLength: 3 }).map((cuts) => {
      const [a = 0, b = 0, c = 0] = [...cuts].sort((x, y) => x - y);
      return [a, b - a, c - b, 10_000 - c].map((shareBp, i) => quota(bands[i] ?? '', 'exact', shareBp));
    });
    fc.assert(fc.property(exact, fc.integer({ min: 1, max: 5_000 }), (quotas, people) => {
      const result = quotaNumbers(bands, quotas, people);
      expect(result.reduce((sum, one) => sum + one.least, 0)).toBe(people);
      result.forEach((one, i) => expect(Math.abs(one.least * 10_000 - people * (quotas[i]?.shareBp ?? 0))).toBeLessThan(10_000));
    }));
  });
});
