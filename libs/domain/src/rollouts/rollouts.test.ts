import { describe, expect, test } from '@jest/globals';
import { RolloutSettings, type Reading } from '@fairmark/contracts/rollouts';
import { defaultSettings, forecast, meets, nextQuarter, phaseAfter, phaseBefore, planDates, readiness, type PhaseFacts, type PlannedStep } from './index.js';

const step = (days: number, state: PlannedStep['state'], plannedFrom: string, plannedTo: string, actualFrom: string | null = null, actualTo: string | null = null): PlannedStep => ({ days, state, plannedFrom, plannedTo, actualFrom, actualTo });

describe('schedule', () => {
  test('steps follow each other, both days count', () => {
    expect(planDates('2026-09-01', [30, 60])).toEqual([{ from: '2026-09-01', to: '2026-09-30' }, { from: '2026-10-01', to: '2026-11-29' }]);
  });

  test('what is late moves what comes later, and an open step ends no earlier than today', () => {
    const steps = [step(30, 'done', '2026-09-01', '2026-09-30', '2026-09-01', '2026-10-05'), step(10, 'open', '2026-10-01', '2026-10-10', '2026-10-06'), step(5, 'planned', '2026-10-11', '2026-10-15')];
    expect(forecast(steps, '2026-10-10')).toEqual([{ from: '2026-09-01', to: '2026-10-05', slipDays: 5 }, { from: '2026-10-06', to: '2026-10-15', slipDays: 5 }, { from: '2026-10-16', to: '2026-10-20', slipDays: 5 }]);
    expect(forecast(steps, '2026-10-20')[2]).toEqual({ from: '2026-10-21', to: '2026-10-25', slipDays: 10 });
  });

  test('a step that is left out takes no time', () => {
    const steps = [step(30, 'skipped', '2026-09-01', '2026-09-30', '2026-09-01', '2026-09-02'), step(10, 'open', '2026-10-01', '2026-10-10', '2026-09-02')];
    expect(forecast(steps, '2026-09-03')[1]).toEqual({ from: '2026-09-02', to: '2026-09-11', slipDays: -29 });
  });

  test.each([['2026-11-25', '2027Q1', '2027-01-01'], ['2027-01-01', '2027Q2', '2027-04-01'], ['2027-09-30', '2027Q4', '2027-10-01']])('the quarter after %s is %s', (date, quarter, startsOn) => {
    expect(nextQuarter(date)).toEqual({ quarter, startsOn });
  });
});

describe('readiness', () => {
  const facts = (more: Partial<PhaseFacts> = {}): PhaseFacts => ({ steps: [{ key: 'runPilot', state: 'done' }, { key: 'evaluatePilot', state: 'done' }], deliverables: [], readings: [], children: true, openConditions: [], ...more });
  const pilot = defaultSettings.phases.pilot;
  const reading = (value: string | null): Reading => ({ key: 'dataQuality', value, sampleSize: 3, asOf: '2026-11-25T00:00:00.000Z' });
  const criterion = (key: string, given: PhaseFacts) => readiness(pilot, given).criteria.find((one) => one.key === key);

  test('a gate may be asked for when core tasks, processes and conditions are settled', () => {
    expect(readiness(pilot, facts()).mayAsk).toBe(true);
    for (const missing of [{ children: false }, { steps: [] }, { openConditions: [{ id: '1', text: 'x' }] }, { steps: [{ key: 'runPilot', state: 'skipped' as const }] }]) expect(readiness(pilot, facts(missing)).mayAsk).toBe(false);
  });

  test('a measure without a value is neither met nor missed', () => {
    expect([reading(null), reading('0.95'), reading('0.9499')].map((one) => criterion('dataQuality', facts({ readings: [one] }))?.met)).toEqual([null, true, false]);
  });

  test('a deliverable counts when it reached its number and somebody accepted it', () => {
    const met = (achieved: number, accepted: boolean) => readiness(defaultSettings.phases.design, facts({ children: null, deliverables: [{ key: 'interviews', achieved, accepted }] })).criteria.find((one) => one.key === 'interviews')?.met;
    expect([met(30, true), met(29, true), met(30, false)]).toEqual([true, false, false]);
  });
});

test('limits are inclusive and exact', () => {
  expect([meets('0.3', { max: '0.3' }), meets('0.30000001', { max: '0.3' }), meets('1', {}), meets(null, { min: '0' })]).toEqual([true, false, true, null]);
});

test('phases have an order, and the defaults are settings', () => {
  expect([phaseAfter('design'), phaseAfter('optimise'), phaseBefore('design'), phaseBefore('rollout')]).toEqual(['pilot', undefined, undefined, 'pilot']);
  expect(RolloutSettings.safeParse(defaultSettings).success).toBe(true);
});
