import { describe, expect, it } from '@jest/globals';
import { referencePlan, validatePlan } from './index.js';

const paying = (pay: { pendingBp: number; softenedBp: number; waivedBp: number }) => {
  const { buffer } = referencePlan;
  return validatePlan({ ...referencePlan, buffer: { ...buffer, improvement: { ...buffer.improvement, pay } } }).map(({ code }) => code);
};

describe('what an improvement buffer pays', () => {
  // The band of the buffer pays 5,000 bp.
  it.each([
    [{ pendingBp: 5_000, softenedBp: 5_000, waivedBp: 5_000 }, []],
    [{ pendingBp: 10_000, softenedBp: 4_999, waivedBp: 10_000 }, ['PLAN.BUFFER_PAY_ORDER']],
    [{ pendingBp: 8_000, softenedBp: 9_000, waivedBp: 8_000 }, ['PLAN.BUFFER_PAY_ORDER']],
    [{ pendingBp: 4_999, softenedBp: 8_000, waivedBp: 10_000 }, ['PLAN.BUFFER_PAY_ORDER']],
    [{ pendingBp: 10_001, softenedBp: 8_000, waivedBp: 10_000 }, ['PLAN.BUFFER_PAY_ORDER']],
  ])('%j', (pay, codes) => {
    expect(paying(pay)).toEqual(codes);
  });
});
