import { describe, expect, it } from '@jest/globals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { referencePlan, validatePlan } from './index.js';

const codes = (plan: PlanDocument) => validatePlan(plan).filter((one) => one.code === 'PLAN.COUNTER_INDICATOR_MISSING').map((one) => one.path);
const unguarded: PlanDocument = { ...referencePlan, indicators: referencePlan.indicators.map(({ counterIndicatorId, ...one }) => (one.id === 'followerGrowth' || counterIndicatorId === undefined ? one : { ...one, counterIndicatorId })) };

describe('a volume that weighs much', () => {
  it('is doubtful at every sheet where nothing guards it', () => {
    const expected = referencePlan.sheets.flatMap((sheet, index) => sheet.items.flatMap((item, at) => (item.indicatorId === 'followerGrowth' && item.weightBp >= 1_500 ? [`sheets[${index}].items[${at}]`] : [])));
    expect(expected.length).toBeGreaterThan(0);
    expect(codes(unguarded)).toEqual(expected);
  });

  it('is accepted with a counter-indicator, or where it weighs little', () => {
    expect(codes(referencePlan)).toEqual([]);
    const light = { ...unguarded, sheets: unguarded.sheets.map((sheet) => ({ ...sheet, items: sheet.items.map((item) => (item.indicatorId === 'followerGrowth' ? { ...item, weightBp: 1_499 } : item)) })) };
    expect(codes(light)).toEqual([]);
  });
});
