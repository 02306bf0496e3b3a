import { describe, expect, it, test } from '@jest/globals';
import { roleAt } from '@fairmark/tools/demo/driver/cast.mjs';
import { lengthsFor, periodAround, planOfSeconds } from '@fairmark/tools/demo/driver/plan.mjs';
import { pooled } from '@fairmark/tools/demo/driver/pool.mjs';
import { subPeriods } from '@fairmark/tools/demo/driver/subPeriods.mjs';
import { valuesCsv } from '@fairmark/tools/demo/driver/values.mjs';
import { parseOptions } from '@fairmark/tools/demo/options.mjs';
import { shortcomings, tableOf } from '@fairmark/tools/demo/report.mjs';

describe('the cast', () => {
  const roles = Array.from({ length: 60 }, (_, place) => roleAt(place));
  test.each(['confirmed', 'adjusted', 'backToScoring', 'withdrawn', 'wait', 'accept'])('has somebody whose result is %s', (result) => expect(roles.some((role) => role.result === result)).toBe(true));

  it('has everybody who must be seen', () => {
    for (const goals of ['late', 'unrealistic', 'poor']) expect(roles.some((role) => role.goals === goals)).toBe(true);
    for (const trait of ['edited', 'stubborn', 'changesGoals', 'checksIn', 'silent', 'weak', 'shadow', 'raised', 'deferred'] as const) expect(roles.some((role) => role[trait])).toBe(true);
    expect(new Set(roles.filter((role) => role.weak).map((role) => role.improvement))).toEqual(new Set(['fulfilled', 'partly', 'not']));
  });

  it('never lets a shadow result lead to an improvement, and repeats itself every sixty people', () => {
    expect(roles.some((role) => role.weak && role.shadow)).toBe(false);
    expect(roleAt(73)).toEqual(roleAt(13));
  });
});

describe('time', () => {
  it('leaves most of the period ahead', () => {
    expect(periodAround(new Date('2026-11-24T10:00:00Z'))).toEqual({ periodStart: '2026-11-01', periodEnd: '2027-01-31' });
  });

  it('gives every step seconds', () => {
    const reference = { steps: { selfReview: { duration: { n: 5, unit: 'workingDay' }, remindBefore: [{ n: 1, unit: 'day' }] }, publicationLead: {}, interviewFloor: {} }, buffer: { improvement: { weeks: 8 } } };
    const plan = planOfSeconds(reference, lengthsFor(120), 'rehearsal');
    expect(plan.steps['selfReview']).toMatchObject({ duration: { n: 90, unit: 'second' }, remindBefore: [{ unit: 'second' }] });
    expect(plan.buffer.improvement).toMatchObject({ weeks: 8, length: { unit: 'second' } });
  });

  it('knows months, weeks and the whole period', () => {
    expect(subPeriods('month', '2026-11-01', '2027-01-31')).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(subPeriods('week', '2026-12-21', '2027-01-10')).toEqual(['2026-W52', '2026-W53', '2027-W01']);
    expect(subPeriods('period', '2026-11-01', '2027-01-31')).toEqual(['2026-11-01/2027-01-31']);
  });
});

describe('indicator values', () => {
  const indicator = { id: 'activeShare', unit: 'percent', direction: 'higher', aggregation: 'mean', subPeriod: 'month', validity: { min: '0', max: '100' }, measurement: { kind: 'computed' } };
  const item = { indicator, target: '40', counter: null, inputs: [] };
  const sheet = { blocks: [{ kind: 'community', code: 'C001', items: [item] }, { kind: 'personal', code: '_personal', items: [] }] };
  const csv = (weak: boolean) => valuesCsv({ people: [{ number: 'E1', sheet, weak }], periodStart: '2026-11-01', periodEnd: '2027-01-31', seed: 1, batch: 'b' }).trim().split('\n');

  it('are one row for each community, indicator and month, the same every time', () => {
    expect(csv(false)).toHaveLength(4);
    expect(csv(false)).toEqual(csv(false));
    expect(csv(false)[1]).toMatch(/^activeShare,C001,,2026-11,\d+\.\d{2},,demo,b$/);
  });

  it('are low where somebody weak works', () => {
    const mean = (lines: string[]) => lines.slice(1).reduce((sum, line) => sum + Number(line.split(',')[4]), 0) / 3;
    expect(mean(csv(true))).toBeLessThan(20);
    expect(mean(csv(false))).toBeGreaterThan(30);
  });
});

describe('options and figures', () => {
  it('refuses nonsense in one line', () => {
    expect(parseOptions(['--people', '80', '--json'])).toMatchObject({ people: 80, json: true, seed: 1, keep: false });
    for (const wrong of [['--people', 'many'], ['--people', '3'], ['--url', 'http://127.0.0.1:1'], ['--what']]) expect(() => parseOptions(wrong)).toThrow(/[.]$/);
  });

  it('does not pass with a figure missing', () => {
    const whole = {
      employees: 60, launched: 60, closed: 60, goalsReturned: 1, calibrationChanges: 1, appeals: { filed: 4, confirmed: 1, adjusted: 1, backToScoring: 1, withdrawn: 1 }, buffer: { shadow: 1, improvement: 1, waived: 1 },
      audit: { entries: 9, verified: true }, historyEvents: { p50: 100, max: 200 }, violations: [], seconds: 9,
    };
    expect(shortcomings(whole)).toEqual([]);
    expect(shortcomings({ ...whole, closed: 59 })).toHaveLength(1);
    expect(shortcomings({ ...whole, buffer: { ...whole.buffer, waived: 0 } })).toEqual(['buffer.waived is 0, not at least 1']);
    expect(shortcomings({ ...whole, violations: [{ name: 'auditFails', detail: 'x' }] })).toEqual(['auditFails: x']);
    expect(tableOf(whole)).toContain('appeals · filed');
  });

  it('never does more at once than it may', async () => {
    let [running, most] = [0, 0];
    const doubled = await pooled([1, 2, 3, 4, 5], 2, async (n: number) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      return n * 2;
    });
    expect([doubled, most]).toEqual([[2, 4, 6, 8, 10], 2]);
  });
});
