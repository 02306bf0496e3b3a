import { describe, expect, it } from '@jest/globals';
import type { ComposedSheet } from '@fairmark/contracts/goals';
import * as fc from 'fast-check';
import { referencePlan } from '../plans/reference.js';
import { applyGoals, checkGoals, composeSheet, goalsOf, itemsOf, sharesOf } from './index.js';
import { community, PERIOD, personalGoal, sheet } from './testing.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const weightOf = (composed: ComposedSheet): number => sum(itemsOf(composed).map((item) => item.weightBp));
const blocksAddUp = (composed: ComposedSheet): boolean => composed.blocks.every((block) => sum(block.items.map((item) => item.weightBp)) === block.weightBp);

const types = fc.constantFrom('content', 'transaction', 'service');
const stages = fc.constantFrom('base', 'growth', 'mature');
const communities = fc.array(fc.record({ type: types, stage: stages }), { minLength: 1, maxLength: 9 }).map((list) => list.map((one, i) => community(`c${i}`, one)));
const goals = fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 3 }).map((weights) => weights.map((weightBp, i) => personalGoal(`g${i + 1}`, weightBp)));
const noPersonal = { ...referencePlan, personal: { ...referencePlan.personal, growth: undefined, collaboration: undefined } };

describe('weights of a composed sheet', () => {
  it('sum to exactly 10,000 for every set of communities and personal goals', () => {
    fc.assert(
      fc.property(communities, goals, fc.boolean(), (list, personalGoals, withGrowth) => {
        const base = composeSheet({ plan: withGrowth ? referencePlan : (noPersonal as typeof referencePlan), communities: list, position: null });
        const applied = applyGoals(base, { items: [], personalGoals });
        for (const one of [base, applied, applyGoals(applied, { items: [], personalGoals: [] })]) {
          expect(weightOf(one)).toBe(10_000);
          expect(blocksAddUp(one)).toBe(true);
        }
      }),
    );
  });

  it('taking personal goals back gives the first sheet again where growth is an item', () => {
    fc.assert(
      fc.property(communities, goals, (list, personalGoals) => {
        const base = composeSheet({ plan: referencePlan, communities: list, position: null });
        expect(applyGoals(applyGoals(base, { items: [], personalGoals }), { items: [], personalGoals: [] })).toEqual(base);
      }),
    );
  });

  it('gives communities what the personal block leaves, by the shares of the assignments', () => {
    const composed = composeSheet({ plan: referencePlan, communities: [community('a', { shareBp: 7_000 }), community('b', { shareBp: 3_000 })], position: null });
    expect(composed.blocks.map((block) => [block.code, block.weightBp])).toEqual([['a', 5_600], ['b', 2_400], ['_personal', 2_000]]);
  });

  it('takes personal goals out of the personal block only', () => {
    const applied = applyGoals(sheet(), { items: [], personalGoals: [personalGoal('g1', 1_500)] });
    expect(applied.blocks.map((block) => block.weightBp)).toEqual([8_000, 2_000]);
    expect(itemsOf(applied).filter((item) => item.itemId.startsWith('_personal')).map((item) => [item.itemId, item.weightBp])).toEqual([['_personal.growth', 500], ['_personal.g1', 1_500]]);
  });
});

describe('shares', () => {
  it('sum to 10,000 whatever is stated', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 1_000 })), { minLength: 1, maxLength: 9 }), (stated) => {
        fc.pre(stated.includes(null));
        expect(sum(sharesOf(stated))).toBe(10_000);
      }),
    );
  });

  it('three equal assignments: the remainder goes to the first', () => expect(sharesOf([null, null, null])).toEqual([3_334, 3_333, 3_333]));
  it('the unstated divide the rest', () => expect(sharesOf([5_000, null, null])).toEqual([5_000, 2_500, 2_500]));
  it.each([[[5_000]], [[6_000, 5_000]], [[10_000, null]]])('%j is refused', (stated) => expect(() => sharesOf(stated)).toThrow('GOALS.SHARE_SUM'));
});

describe('which sheet', () => {
  it('an own sheet of the community wins over type and stage', () => {
    const own = referencePlan.sheets.find((one) => one.for.kind === 'community');
    const code = own?.for.kind === 'community' ? own.for.communityCode : '';
    expect(composeSheet({ plan: referencePlan, communities: [community(code)], position: null }).blocks[0]?.sheetId).toBe(own?.id);
  });

  it('without a community the sheet of the position', () => {
    const composed = composeSheet({ plan: referencePlan, communities: [], position: { code: 'community-lead', name: { zh: '主管' } } });
    expect(composed.blocks.map((block) => [block.code, block.weightBp])).toEqual([['_position', 8_000], ['_personal', 2_000]]);
    expect(composed.collaboration).toBe(true);
  });

  it.each([
    ['GOALS.NO_SHEET', { communities: [community('x', { type: 'other' })], position: null }],
    ['GOALS.NO_SHEET', { communities: [], position: null }],
    ['GOALS.NO_SHEET', { communities: [], position: { code: 'gardener', name: { zh: '园丁' } } }],
    ['GOALS.COMMUNITY_TWICE', { communities: [community('x'), community('x')], position: null }],
  ])('%s', (code, input) => expect(() => composeSheet({ plan: referencePlan, ...input })).toThrow(code));
});

describe('goals of a sheet', () => {
  it('proposed again change nothing and pass the checks', () => {
    const applied = applyGoals(sheet(), { items: [{ itemId: 'c1.interactionRate', target: '13.5' }], personalGoals: [personalGoal('g1', 800)] });
    const again = goalsOf(applied);
    expect(applyGoals(sheet(), again)).toEqual(applied);
    expect(checkGoals(applied, again, PERIOD)).toEqual({ refusals: [], flags: [] });
  });
});
