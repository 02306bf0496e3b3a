import { describe, expect, test } from '@jest/globals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { withIndicator, withoutIndicator, withSheetLike } from './newEntries.js';

const plan = {
  indicators: [{ id: 'indicator1', name: { zh: '甲' } }, { id: 'reach', name: { zh: '乙' }, counterIndicatorId: 'indicator1' }],
  sheets: [{ id: 'sheet1', name: { zh: '内容' }, for: { kind: 'communityType', type: 'content', stage: 'base' }, items: [{ indicatorId: 'indicator1', weightBp: 4_000 }, { indicatorId: 'reach', weightBp: 6_000 }] }],
} as unknown as PlanDocument;

describe('new entries of a plan', () => {
  test('get an id that nothing has', () => {
    expect(withIndicator(plan, '丙', '周报').indicators.map((one) => one.id)).toEqual(['indicator1', 'reach', 'indicator2']);
  });

  test('leave nothing behind that names them when they go', () => {
    const without = withoutIndicator(plan, 'indicator1');
    expect(without.indicators).toEqual([{ id: 'reach', name: { zh: '乙' } }]);
    expect(without.sheets[0]?.items).toEqual([{ indicatorId: 'reach', weightBp: 6_000 }]);
  });

  test('give a single community the items of the sheet that it leaves', () => {
    const next = withSheetLike(plan, plan.sheets[0]!, { kind: 'community', communityCode: 'C-7' }, '七号社群');
    expect(next.sheets[1]).toEqual({ ...plan.sheets[0], id: 'sheet2', name: { zh: '七号社群' }, for: { kind: 'community', communityCode: 'C-7' } });
  });
});
