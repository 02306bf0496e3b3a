import { expect, test } from '@jest/globals';
import { benefitProgress, benefitStartSet, type BenefitFacts } from './index.js';

const facts: BenefitFacts = { kind: 'points', change: '0.18', baseline: '0.30', latest: '0.48', promisedOn: '2027-06-30', today: '2027-06-30' };
const of = (given: Partial<BenefitFacts>) => benefitProgress({ ...facts, ...given });

test('a benefit is reached exactly at its change, and overdue only after its day', () => {
  expect(of({})).toEqual({ achieved: '0.18', state: 'reached' });
  expect(of({ latest: '0.47' })).toEqual({ achieved: '0.17', state: 'underWay' });
  expect(of({ latest: '0.47', today: '2027-07-01' }).state).toBe('overdue');
  expect(of({ today: '2027-07-01' }).state).toBe('reached');
});

test('relative changes are shares of the start; falling values may be what was promised', () => {
  expect(of({ kind: 'relative', change: '0.5', baseline: '0.3', latest: '0.45' })).toEqual({ achieved: '0.5', state: 'reached' });
  expect(of({ change: '-0.1', latest: '0.2' }).state).toBe('reached');
  expect(of({ change: '-0.1', latest: '0.21' }).state).toBe('underWay');
});

test('without values nothing is claimed, and after the day somebody has to answer', () => {
  expect(of({ latest: null })).toEqual({ achieved: null, state: 'noData' });
  expect(of({ kind: 'relative', baseline: '0' }).state).toBe('noData');
  expect(of({ baseline: null, today: '2027-07-01' }).state).toBe('overdue');
});

test('the start set has the seven reference effects', () => expect(benefitStartSet.map(({ change }) => change)).toEqual(['0.18', '0.35', '0.27', '0.40', '0.50', '0.22', '0.80']));
