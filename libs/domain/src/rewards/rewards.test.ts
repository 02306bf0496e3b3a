import { describe, expect, it, test } from '@jest/globals';
import * as fc from 'fast-check';
import { referencePlan } from '../plans/index.js';
import { coefficientOf, duePayrollLine, hundredths, readBases, resultReward, rewardFor, splitPool, type PayrollLine } from './index.js';

const plan = { reward: { ...referencePlan.reward, teamShareBp: 1_000 }, buffer: referencePlan.buffer };
const person = { band: 'A', shadow: false, previousResultBp: null, baseCents: 1_000_000, eligibleDays: 181, periodDays: 181 };

describe('what a result pays', () => {
  it('is base × coefficient × eligible days ÷ period days, rounded half up to the cent', () => {
    expect(rewardFor({ baseCents: 1_000_000, coefficientBp: 12_000, eligibleDays: 90, periodDays: 181 })).toBe(596_685);
    expect(rewardFor({ baseCents: 1, coefficientBp: 5_000, eligibleDays: 1, periodDays: 1 })).toBe(1);
    expect(() => rewardFor({ baseCents: 1, coefficientBp: 1, eligibleDays: 2, periodDays: 1 })).toThrow('REWARD.BAD_INPUT');
  });

  it('gives the team its part, and nothing of it in a shadow cycle', () => {
    expect(resultReward(plan, person)).toEqual({ coefficientBp: 12_000, fullCents: 1_200_000, ownCents: 1_080_000, teamCents: 120_000 });
    expect(resultReward(plan, { ...person, shadow: true, band: 'D' })).toEqual({ coefficientBp: 10_000, fullCents: 1_000_000, ownCents: 1_000_000, teamCents: 0 });
  });

  it('is nothing without a base or a band', () => {
    expect(resultReward(plan, { ...person, baseCents: null })).toBeNull();
    expect(resultReward(plan, { ...person, band: null })).toBeNull();
  });

  it('follows the previous plan in a shadow cycle that says so', () => {
    const previous = { ...plan, buffer: { ...plan.buffer, shadow: { cycles: 1, pay: { kind: 'previousResult' as const } } } };
    expect(coefficientOf(previous, { band: 'A', shadow: true, previousResultBp: 9_850 })).toBe(9_850);
    expect(coefficientOf(previous, { band: 'A', shadow: true, previousResultBp: null })).toBeNull();
  });
});

describe('a result in an improvement buffer', () => {
  const improvement = { ...plan.buffer.improvement, pay: { pendingBp: 9_000, softenedBp: 7_500, waivedBp: 10_000 } };
  const buffered = { ...plan, buffer: { ...plan.buffer, improvement } };
  test.each([['pending', 9_000], ['softened', 7_500], ['waived', 10_000], ['inEffect', 5_000], [null, 5_000]] as const)('%s: pays by %i bp', (state, wanted) => {
    expect(coefficientOf(buffered, { band: 'D', shadow: false, previousResultBp: null, improvement: state })).toBe(wanted);
  });

  it('pays by the band where the plan says nothing, and by the shadow rule in a shadow cycle', () => {
    const { pay: _pay, ...silent } = improvement;
    expect(coefficientOf({ ...plan, buffer: { ...plan.buffer, improvement: silent } }, { band: 'D', shadow: false, previousResultBp: null, improvement: 'waived' })).toBe(5_000);
    expect(coefficientOf(buffered, { band: 'D', shadow: true, previousResultBp: null, improvement: 'softened' })).toBe(10_000);
  });

  it('is rounded once, whatever the coefficient', () => {
    const third = { ...buffered, buffer: { ...buffered.buffer, improvement: { ...improvement, pay: { ...improvement.pay, softenedBp: 6_667 } } } };
    expect(resultReward(third, { ...person, band: 'D', baseCents: 999_999, eligibleDays: 90, improvement: 'softened' })?.fullCents).toBe(331_508);
  });
});

describe('the team pool', () => {
  it('is split without losing a cent, equally or by base', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 20 }), fc.constantFrom('equally' as const, 'byBase' as const), (pool, bases, split) => {
        const shares = splitPool(pool, bases.map((baseCents, index) => ({ employeeId: `e${index}`, baseCents })), split);
        expect(shares.reduce((sum, share) => sum + share.cents, 0)).toBe(pool);
      }),
    );
  });
  it('of an empty team is refused', () => expect(() => splitPool(1, [], 'equally')).toThrow('REWARD.EMPTY_TEAM'));
});

describe('payroll lines', () => {
  const line = (kind: PayrollLine['kind'], cents: number, no: number): PayrollLine => ({ key: `r/${no}`, kind, cents });

  it('pay each result once', () => {
    expect(duePayrollLine('r', [], 500, false)).toEqual(line('full', 500, 1));
    expect(duePayrollLine('r', [line('full', 500, 1)], 500, false)).toBeNull();
  });
  it('hold what an appeal holds and give it as a difference later', () => {
    const held = duePayrollLine('r', [], 500, true);
    expect(held).toEqual(line('full', 0, 1));
    expect(duePayrollLine('r', [line('full', 0, 1)], 500, false)).toEqual(line('difference', 500, 2));
  });
  it('take nothing back while an appeal is open', () => expect(duePayrollLine('r', [line('full', 500, 1)], 700, true)).toBeNull());
  it('sum to what is due, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ due: fc.nat(1_000), held: fc.boolean() }), { maxLength: 10 }), fc.nat(1_000), (steps, due) => {
        const lines: PayrollLine[] = [];
        for (const step of [...steps, { due, held: false }]) {
          const next = duePayrollLine('r', lines, step.due, step.held);
          if (next) lines.push(next);
        }
        expect(lines.reduce((sum, one) => sum + one.cents, 0)).toBe(due);
        expect(lines.filter((one) => one.kind === 'full').length).toBe(1);
        expect(new Set(lines.map((one) => one.key)).size).toBe(lines.length);
      }),
    );
  });
});

describe('the file of bases', () => {
  it('knows both languages and reads amounts exactly', () => {
    expect(readBases([['工号', '奖金基数', '上期结果'], ['N1', '1,234.5', '98.5%'], ['', '', ''], ['N2', '0', '']])).toEqual({
      lines: [{ row: 2, number: 'N1', baseCents: 123_450, previousResultBp: 9_850 }, { row: 4, number: 'N2', baseCents: 0, previousResultBp: null }], issues: [],
    });
    expect([hundredths('12'), hundredths('12.3'), hundredths('12.345'), hundredths('-1'), hundredths('')]).toEqual([1_200, 1_230, null, null, null]);
  });
  it('is refused with row and column', () => {
    expect(readBases([['number', 'base'], ['N1', 'x'], ['N1', '1'], ['', '1']]).issues).toEqual([
      { row: 2, column: 'base', code: 'REWARD.NOT_AN_AMOUNT' }, { row: 3, column: 'number', code: 'REWARD.DOUBLED_PERSON' }, { row: 4, column: 'number', code: 'REWARD.UNKNOWN_PERSON' },
    ]);
    expect(readBases([['number', 'phone']]).issues.map((issue) => issue.code)).toEqual(['REWARD.UNKNOWN_COLUMN', 'REWARD.MISSING_COLUMN']);
  });
});
