import { describe, expect, test } from '@jest/globals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { bpOf, sumOf, weightOf, withWeight } from './weights.js';

const plan = { sheets: [{ id: 'a', items: [{ indicatorId: 'x', weightBp: 6_000, target: '5', targetEditable: true }, { indicatorId: 'y', weightBp: 4_000, targetEditable: true }] }, { id: 'b', items: [{ indicatorId: 'x', weightBp: 10_000, targetEditable: true }] }] } as unknown as PlanDocument;
const sheetOf = (one: PlanDocument, index = 0) => one.sheets[index]!;

describe('the grid of weights', () => {
  test('changes one cell and keeps the target and every other sheet', () => {
    const next = withWeight(plan, 0, 'x', 5_000);
    expect(sheetOf(next).items[0]).toEqual({ indicatorId: 'x', weightBp: 5_000, target: '5', targetEditable: true });
    expect(sumOf(sheetOf(next))).toBe(9_000);
    expect(sheetOf(next, 1)).toBe(sheetOf(plan, 1));
  });

  test('takes an indicator into a sheet and out of it', () => {
    const taken = withWeight(plan, 1, 'y', 2_500);
    expect(weightOf(sheetOf(taken, 1), 'y')).toBe(2_500);
    expect(weightOf(sheetOf(withWeight(taken, 1, 'y', null), 1), 'y')).toBeNull();
    expect(sheetOf(withWeight(plan, 0, 'x', 0)).items).toHaveLength(1);
  });

  test('reads hundredths of a percent exactly', () => {
    expect([0.07, 33.33, 57.45, 100].map(bpOf)).toEqual([7, 3_333, 5_745, 10_000]);
  });
});
