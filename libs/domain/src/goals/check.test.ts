import { describe, expect, it } from '@jest/globals';
import type { GoalProposal } from '@fairmark/contracts/goals';
import { applyGoals, changeRefusal, changeRoom, checkGoals, copyGoals, differencesOf, mergeGoals, NO_GOALS } from './index.js';
import { PERIOD, personalGoal, sheet } from './testing.js';

const proposal = (extra: Partial<GoalProposal>): GoalProposal => ({ ...NO_GOALS, ...extra });
const target = (value: string, reason?: string) => ({ itemId: 'c1.interactionRate', target: value, ...(reason ? { reason } : {}) });
const codes = (goals: GoalProposal) => checkGoals(sheet(), goals, PERIOD).refusals.map((one) => one.code);

describe('refusals', () => {
  it.each<[string, Partial<GoalProposal>]>([
    ['GOALS.UNKNOWN_ITEM', { items: [{ itemId: 'c1.nothing', target: '1' }] }],
    ['GOALS.UNKNOWN_ITEM', { items: [{ itemId: '_personal.growth', target: '1' }] }],
    ['GOALS.TARGET_NOT_EDITABLE', { items: [{ itemId: 'c1.contentQuality', target: '80' }] }],
    ['GOALS.TARGET_OUT_OF_RANGE', { items: [target('101', 'why')] }],
    ['GOALS.TARGET_NEEDS_STEP_CURVE', { items: [target('0', 'why')] }],
    ['GOALS.UNREALISTIC_REASON_MISSING', { items: [target('40')] }],
    ['GOALS.TOO_MANY_PERSONAL_GOALS', { personalGoals: Array.from({ length: 9 }, (_, i) => personalGoal(`g${i + 1}`, 10)) }],
    ['GOALS.PERSONAL_WEIGHT_TOO_HIGH', { personalGoals: [personalGoal('g1', 1_500), personalGoal('g2', 501)] }],
    ['GOALS.PERSONAL_GOAL_TWICE', { personalGoals: [personalGoal('g1', 10), personalGoal('g1', 10)] }],
    ['GOALS.PERSONAL_DUE_OUTSIDE_PERIOD', { personalGoals: [personalGoal('g1', 10, { dueOn: '2027-01-01' })] }],
  ])('%s', (code, extra) => expect(codes(proposal(extra))).toContain(code));

  it('an item twice', () => expect(codes(proposal({ items: [target('13'), target('13')] }))).toEqual(['GOALS.ITEM_TWICE']));
  it('the target that the sheet has is no proposal', () => expect(checkGoals(sheet(), proposal({ items: [target('13.0')] }), PERIOD)).toEqual({ refusals: [], flags: [] }));
});

describe('realism', () => {
  it('a target outside the band is flagged and needs a reason', () => {
    const check = checkGoals(sheet(), proposal({ items: [target('40', 'a new format')] }), PERIOD);
    expect(check.refusals).toEqual([]);
    expect(check.flags).toMatchObject([{ code: 'GOALS.TARGET_UNREALISTIC', itemId: 'c1.interactionRate' }]);
  });
});

describe('states of goals', () => {
  it('items left out keep the target they have, personal goals are replaced', () => {
    const state = proposal({ items: [target('13.5'), { itemId: 'c1.retention', target: '58' }], personalGoals: [personalGoal('g1', 100)] });
    expect(mergeGoals(state, proposal({ items: [target('14')] }))).toEqual({ items: [{ itemId: 'c1.retention', target: '58' }, target('14')], personalGoals: [] });
  });

  it('differences name what changed, and nothing else', () => {
    const before = applyGoals(sheet(), proposal({ items: [target('13.50')], personalGoals: [personalGoal('g1', 100), personalGoal('g2', 100)] }));
    const after = applyGoals(sheet(), proposal({ items: [target('13.5'), { itemId: 'c1.retention', target: '58' }], personalGoals: [personalGoal('g2', 200), personalGoal('g3', 100)] }));
    expect(differencesOf(before, before)).toEqual([]);
    expect(differencesOf(before, after)).toMatchObject([
      { kind: 'target', itemId: 'c1.retention', from: '57', to: '58' },
      { kind: 'goalRemoved', goalId: 'g1' },
      { kind: 'goalChanged', goalId: 'g2', fields: ['weightBp'] },
      { kind: 'goalAdded', goalId: 'g3' },
    ]);
  });
});

describe('room for changes', () => {
  const rules = { maxCount: 2, until: { numerator: 2, denominator: 3 } };
  const nine = { start: '2026-07-01', end: '2026-07-09' };

  it('ends when two thirds of the period have passed', () => {
    expect(changeRoom(rules, nine, 0, '2026-07-06')).toEqual({ left: 2, lastDay: '2026-07-06', open: true });
    expect(changeRefusal(changeRoom(rules, nine, 0, '2026-07-07'))).toEqual({ code: 'GOALS.CHANGE_TOO_LATE' });
  });
  it('a share that ends inside a day leaves that day', () => expect(changeRoom(rules, { start: '2026-07-01', end: '2026-07-10' }, 0, '2026-07-07').open).toBe(true));
  it('at most twice', () => expect(changeRefusal(changeRoom(rules, nine, 2, '2026-07-01'))).toEqual({ code: 'GOALS.CHANGE_LIMIT' }));
});

describe('copying from the last cycle', () => {
  it('takes what fits and is due in the new period', () => {
    const former = applyGoals(sheet(), proposal({ items: [target('13.5'), { itemId: 'c1.retention', target: '80', reason: 'x' }], personalGoals: [personalGoal('g1', 700, { dueOn: '2026-01-01' }), personalGoal('g2', 700), personalGoal('g3', 300)] }));
    const copied = copyGoals(former, sheet(), PERIOD);
    expect(copied.items).toEqual([target('13.5')]);
    expect(copied.personalGoals).toMatchObject([{ goalId: 'g1', dueOn: PERIOD.end }, { goalId: 'g3' }]);
  });
});
