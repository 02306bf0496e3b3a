import { describe, expect, test } from '@jest/globals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import fc from 'fast-check';
import { applyGoals, composeSheet, itemsOf } from '../goals/index.js';
import { community, personalGoal } from '../goals/testing.js';
import { referencePlan } from '../plans/reference.js';
import { keptWhere, recompose, sheetDifferences } from './index.js';

const described = ({ shareBp: _shareBp, ...rest }: ReturnType<typeof community>) => rest;
const communities = [community('c1'), community('c2', { type: 'service' })];
const composition = { communities: communities.map(described), position: null };
const before = composeSheet({ plan: referencePlan, communities, position: null });

/** The reference plan with one sheet changed: weights of its first two items moved by `bp`, its last item gone to the first. */
function changed(shape: { bp?: number; without?: string }): PlanDocument {
  return {
    ...referencePlan,
    sheets: referencePlan.sheets.map((sheet) => {
      const [first, second, ...rest] = sheet.items;
      if (!first || !second) return sheet;
      const { bp = 0, without } = shape;
      const items = [{ ...first, weightBp: first.weightBp + bp }, { ...second, weightBp: second.weightBp - bp }, ...rest];
      const gone = items.find((item) => item.indicatorId === without);
      return { ...sheet, items: gone ? items.filter((item) => item !== gone).map((item, index) => (index === 0 ? { ...item, weightBp: item.weightBp + gone.weightBp } : item)) : items };
    }),
  };
}
const total = (sheet: ReturnType<typeof composeSheet>): number => itemsOf(sheet).reduce((sum, item) => sum + item.weightBp, 0);
const sheetIn = (plan: PlanDocument, from = before) => {
  const found = recompose(plan, from, composition);
  if (!('sheet' in found)) throw new Error(found.kept);
  return found.sheet;
};

describe('a sheet under another plan version', () => {
  test('is the same under the same version, with the targets and personal goals that were agreed', () => {
    const editable = itemsOf(before).find((item) => item.targetEditable);
    if (!editable) throw new Error('The reference plan has no negotiable target.');
    const agreed = applyGoals(before, { items: [{ itemId: editable.itemId, target: '7' }], personalGoals: [personalGoal('g1', 500)] });
    const again = sheetIn(referencePlan, agreed);
    expect(again).toEqual(agreed);
    expect(sheetDifferences(agreed, again)).toEqual([]);
  });

  test('takes weights and items of the new version and keeps what was agreed on the rest', () => {
    const [first] = itemsOf(before);
    const gone = itemsOf(before).find((item) => item.kind === 'indicator' && item.itemId.startsWith('c1.') && item !== first);
    if (!first || !gone) throw new Error('The reference plan has one item only.');
    const after = sheetIn(changed({ without: gone.itemId.split('.')[1] ?? '' }));
    expect(itemsOf(after).map((item) => item.itemId)).not.toContain(gone.itemId);
    expect(sheetDifferences(before, after)).toContainEqual({ kind: 'removed', itemId: gone.itemId, name: gone.name, from: String(gone.weightBp), to: null });
  });

  test('weighs 10,000 bp whatever the version moves', () => {
    fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), (bp) => expect(total(sheetIn(changed({ bp })))).toBe(10_000)));
  });

  test('is none when a community has no sheet there, or the personal goals no room', () => {
    expect(recompose({ ...referencePlan, sheets: referencePlan.sheets.filter((sheet) => sheet.for.kind !== 'communityType') }, before, composition)).toEqual({ kept: 'noSheet' });
    expect(recompose(referencePlan, before, { ...composition, communities: [] })).toEqual({ kept: 'noSheet' });
    const agreed = applyGoals(before, { items: [], personalGoals: [personalGoal('g1', 500)] });
    const narrow = { ...referencePlan, personal: { ...referencePlan.personal, goals: { ...referencePlan.personal.goals, maxWeightBp: 400 } } };
    expect(recompose(narrow, agreed, composition)).toEqual({ kept: 'personalGoals' });
  });
});

describe('where a review may move', () => {
  const at = (step: string, choice: 'stay' | 'nextStep' | 'restart', open = true) => keptWhere({ open, step, planVersionId: 'old' }, { choice, to: 'new' });
  test.each([
    ['goalSetting', 'nextStep', null], ['period', 'restart', null], ['selfReview', 'nextStep', null], ['scoring', 'restart', null], ['scoring', 'nextStep', 'scoring'],
    ['calibration', 'restart', 'tooLate'], ['publication', 'nextStep', 'tooLate'], ['calibration', 'stay', null],
  ] as const)('%s, %s: %s', (step, choice, kept) => expect(at(step, choice)).toBe(kept));
  test('never when it is closed or has the version', () => {
    expect(at('period', 'stay', false)).toBe('closed');
    expect(keptWhere({ open: true, step: 'period', planVersionId: 'new' }, { choice: 'restart', to: 'new' })).toBe('sameVersion');
  });
});
