import { describe, expect, it } from '@jest/globals';
import { DIMENSIONS, PlanDocument } from '@fairmark/contracts/plans';
import { referencePlan, sheetOfCommunity, sheetOfPosition, validatePlan } from './index.js';

const positions = ['community-operator', 'community-lead', 'department-head', 'hr-partner', 'data-analyst', 'executive'];

describe('reference plan', () => {
  it('has the shape of a plan document and no finding at all', () => {
    expect(PlanDocument.parse(referencePlan)).toEqual(referencePlan);
    expect(validatePlan(referencePlan)).toEqual([]);
  });

  it('has a sheet for every community type in every stage, for one community, and for every position', () => {
    for (const type of ['content', 'transaction', 'service']) {
      for (const stage of ['base', 'growth', 'mature']) expect(sheetOfCommunity(referencePlan, { code: 'X1', type, stage })?.id).toBe(`${type}-${stage}`);
    }
    expect(sheetOfCommunity(referencePlan, { code: 'C001', type: 'content', stage: 'growth' })?.id).toBe('community-c001');
    for (const code of positions) expect(sheetOfPosition(referencePlan, code)).toBeDefined();
  });

  it('shows every kind of indicator', () => {
    const { indicators } = referencePlan;
    expect(new Set(indicators.map((one) => one.dimension))).toEqual(new Set(DIMENSIONS));
    expect(new Set(indicators.map((one) => one.measurement.kind))).toEqual(new Set(['computed', 'judged', 'formula']));
    expect(new Set(indicators.map((one) => one.horizon))).toEqual(new Set(['short', 'long']));
    expect(indicators.filter((one) => one.direction === 'lower').length).toBeGreaterThan(0);
    expect(indicators.some((one) => one.lagging) && indicators.some((one) => one.counterIndicatorId) && indicators.some((one) => one.curve?.kind === 'step')).toBe(true);
  });

  it('says every text in Chinese and in English', () => {
    const incomplete: unknown[] = [];
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { zh, en } = value as { zh?: string; en?: string };
      if (zh !== undefined && (!/\p{Script=Han}/u.test(zh) || !en)) incomplete.push(value);
      Object.values(value).forEach(look);
    };
    look(referencePlan);
    expect(incomplete).toEqual([]);
  });
});
