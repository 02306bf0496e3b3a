import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PilotSettings } from '@fairmark/contracts/pilots';
import fc from 'fast-check';
import { brokenGuards, coverageOf, evaluateMeasure, matchComparison, proposeCohort, tQuantile, type Candidate, type Panel } from './index.js';

const settings = PilotSettings.parse({});
type Groups = { pilot: Panel[]; comparison: Panel[] };
const data = (name: string): Groups => JSON.parse(readFileSync(join(__dirname, 'data', `${name}.json`), 'utf8')) as Groups;
const evaluate = (groups: Groups, better: 'up' | 'down' = 'up') => evaluateMeasure({ key: 'monthlyActiveShare', better, ...groups }, settings);

describe('evaluation on committed data', () => {
  test('claims the effect that is there, with interval and sample sizes', () => {
    const found = evaluate(data('knownEffect'));
    expect(found).toMatchObject({ verdict: 'effect', favourable: true, pilotSample: 6, comparisonSample: 6, pilotChange: '0.061333', comparisonChange: '0.010333', effect: { difference: '0.051' } });
    expect(Number(found.effect?.low)).toBeGreaterThan(0.04);
    expect(found.words.zh).toContain('0.051');
    expect(evaluate(data('knownEffect'), 'down').favourable).toBe(false);
  });
  test('claims none where there is none', () => expect(evaluate(data('noEffect'))).toMatchObject({ verdict: 'noEffect', favourable: null }));
  test('warns when the groups moved apart before', () => expect(evaluate(data('brokenTrend'))).toMatchObject({ verdict: 'trendBroken', favourable: null }));
  test('says "not enough data" on three samples and leaves the raw differences', () => {
    expect(evaluate(data('threeSamples'))).toMatchObject({ verdict: 'notEnoughData', effect: null, trend: null, pilotSample: 3, pilotChange: '0.059667', comparisonChange: '0.01' });
  });
  test('counts only communities with values on both sides, and says so without any', () => {
    const { pilot, comparison } = data('knownEffect');
    const gaps = pilot.map((panel, index) => (index < 2 ? { ...panel, after: [null, null] } : panel));
    expect(evaluate({ pilot: gaps, comparison })).toMatchObject({ verdict: 'notEnoughData', pilotSample: 4 });
    expect(evaluate({ pilot: [], comparison: [] })).toMatchObject({ verdict: 'notEnoughData', pilotChange: null });
  });
  test('takes the wider line of the table', () => expect([1, 5, 30, 35, 59, 5_000].map(tQuantile)).toEqual(['12.706', '2.571', '2.042', '2.042', '2.021', '1.962']));
});

const value = fc.integer({ min: -1_000_000, max: 1_000_000 });
const panel = fc.record({ before: fc.array(value, { minLength: 3, maxLength: 5 }), after: fc.array(value, { minLength: 1, maxLength: 3 }) });
const groups = fc.record({ pilot: fc.array(panel, { minLength: 5, maxLength: 8 }), comparison: fc.array(panel, { minLength: 5, maxLength: 8 }) });
type Numbers = { before: number[]; after: number[] };
const asText = (panels: readonly Numbers[], by = 0): Panel[] => panels.map(({ before, after }) => ({ before: before.map((n) => String(n + by)), after: after.map((n) => String(n + by)) }));

describe('properties of the evaluation', () => {
  test('a shift of everything changes nothing', () => {
    fc.assert(fc.property(groups, value, ({ pilot, comparison }, by) => expect(evaluate({ pilot: asText(pilot, by), comparison: asText(comparison, by) })).toEqual(evaluate({ pilot: asText(pilot), comparison: asText(comparison) }))), { numRuns: 60 });
  });
  test('swapping the groups turns the sign and keeps the verdict', () => {
    fc.assert(fc.property(groups, ({ pilot, comparison }) => {
      const [one, other] = [evaluate({ pilot: asText(pilot), comparison: asText(comparison) }), evaluate({ pilot: asText(comparison), comparison: asText(pilot) })];
      expect(other.verdict).toBe(one.verdict);
      expect(Number(other.effect?.difference) + Number(one.effect?.difference)).toBe(0);
      expect(Number(other.effect?.low) + Number(one.effect?.high)).toBe(0);
    }), { numRuns: 60 });
  });
});

const some = (count: number): Candidate[] => Array.from({ length: count }, (_, index) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, code: `c${String(index).padStart(3, '0')}`, type: ['content', 'transaction', 'service'][index % 3] as string,
  profile: index % 2 ? 'new' : 'experienced', availability: index % 5 ? 'full' : 'part', baseline: String((index * 7) % 11),
}));

describe('cohort', () => {
  test('represents every value, and finds comparison communities of the same strata', () => {
    const { coverage, pilots, matches, unmatched } = proposeCohort(some(60), { perStratum: 3 });
    expect(coverage.every(({ why, chosen }) => why === null && chosen >= 3)).toBe(true);
    expect(pilots.length).toBeLessThan(15);
    expect(unmatched).toEqual([]);
    expect(matches.every(({ by }) => by === 'strata')).toBe(true);
    expect(new Set([...pilots, ...matches.map(({ comparisonId }) => comparisonId)]).size).toBe(2 * pilots.length);
  });
  test('says what is not covered and why', () => {
    const rare = some(12).map((candidate, index) => (index === 4 ? { ...candidate, type: 'custom' } : candidate));
    expect(proposeCohort(rare, { perStratum: 2 }).coverage.filter(({ why }) => why)).toEqual([{ stratum: 'type', value: 'custom', wanted: 2, chosen: 1, available: 1, why: 'tooFewExist' }]);
    expect(coverageOf(some(60), [], 2).every(({ why }) => why === 'tooFewChosen')).toBe(true);
  });
  test('falls back to the nearest baseline of the type, and leaves out who has none', () => {
    const [a, b, c, d] = some(60).slice(0, 4).map((candidate, index) => ({ ...candidate, type: 'content', profile: `p${index}`, baseline: ['5', '9', '6', null][index] ?? null })) as [Candidate, Candidate, Candidate, Candidate];
    expect(matchComparison([a, b, c, d], [a.id])).toEqual({ matches: [{ pilotId: a.id, comparisonId: c.id, by: 'baseline' }], unmatched: [] });
    expect(matchComparison([a, b, c, d], [d.id]).unmatched).toEqual([d.id]);
  });
  test('is the same whatever the order of the candidates', () => {
    fc.assert(fc.property(fc.shuffledSubarray(some(30), { minLength: 30 }), (shuffled) => expect(proposeCohort(shuffled, { perStratum: 2 })).toEqual(proposeCohort(some(30), { perStratum: 2 }))), { numRuns: 30 });
  });
});

test('a guard breaks outside its limits, never without a value', () => {
  const reading = (key: 'appealRate' | 'dataQuality', read: string | null) => ({ key, value: read, sampleSize: 9, asOf: '2026-11-25T00:00:00.000Z' });
  expect(brokenGuards(settings.guards, [reading('appealRate', '0.11'), reading('dataQuality', null)]).map(({ key }) => key)).toEqual(['appealRate']);
  expect(brokenGuards(settings.guards, [reading('appealRate', '0.1'), reading('dataQuality', '0.949')]).map(({ key }) => key)).toEqual(['dataQuality']);
});
