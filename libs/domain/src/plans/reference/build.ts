import type { BilingualText } from '@fairmark/contracts/common';
import type { Anchor, Curve, Indicator, Realism, Sheet, SheetItem } from '@fairmark/contracts/plans';

/** A text in both languages. */
export const text = (zh: string, en: string): BilingualText => ({ zh, en });

/** The score is the achievement, up to 120 points: easy to recompute by hand. */
export const proportional: Curve = { kind: 'linear', points: [{ achievementBp: 0, scoreCenti: 0 }, { achievementBp: 12_000, scoreCenti: 12_000 }] };

/** Nothing below half of the target, 60 points at 80 %, 100 at the target: for quantities whose first half comes by itself. */
export const demanding: Curve = {
  kind: 'linear',
  points: [
    { achievementBp: 5_000, scoreCenti: 0 },
    { achievementBp: 8_000, scoreCenti: 6_000 },
    { achievementBp: 10_000, scoreCenti: 10_000 },
    { achievementBp: 12_000, scoreCenti: 12_000 },
  ],
};

/** Steps by distance to the target, best first, as `[difference, points]`; `otherwise` is what remains. */
export const steps = (pairs: readonly (readonly [string, number])[], otherwise = 0): Curve => ({
  kind: 'step',
  steps: pairs.map(([minDifference, points]) => ({ minDifference, scoreCenti: points * 100 })),
  otherwiseCenti: otherwise * 100,
});

/** Five described levels, from 0 to 100. */
export const anchors = (...levels: readonly [BilingualText, BilingualText, BilingualText, BilingualText, BilingualText]): Anchor[] =>
  levels.map((level, index) => ({ score: index * 25, text: level }));

/** Baseline of the last period and growth of the market in basis points; targets may lie 20 % outside. */
export const realistic = (baseline: string, marketGrowthBp: number): Realism => ({ baseline, marketGrowthBp, toleranceBp: 2_000 });

type Given = Pick<Indicator, 'id' | 'name' | 'unit' | 'horizon' | 'dimension' | 'source'> & { readonly range: readonly [string, string] } & Partial<Indicator>;

/** A computed indicator: higher is better, the mean of the months, scored in proportion, unless said otherwise. */
export function computed({ range: [min, max], ...given }: Given): Indicator {
  return { direction: 'higher', aggregation: 'mean', subPeriod: 'month', measurement: { kind: 'computed' }, curve: proportional, ...given, validity: { min, max } };
}

/** An indicator that the scorer judges in whole points between described levels. */
export function judged(given: Pick<Indicator, 'id' | 'name' | 'horizon' | 'dimension'>, levels: Anchor[]): Indicator {
  return {
    ...given,
    unit: 'points',
    direction: 'higher',
    aggregation: 'last',
    subPeriod: 'period',
    source: text('上级评分', 'Judgement of the scorer'),
    validity: { min: '0', max: '100' },
    measurement: { kind: 'judged', anchors: levels },
  };
}

type GivenItem = readonly [indicatorId: string, weightBp: number, target?: string, more?: Partial<SheetItem>];
type GivenSheet = Pick<Sheet, 'id' | 'name' | 'for'> & Partial<Sheet>;

/** A sheet from rows of indicator, weight and target. */
export function sheet(given: GivenSheet, rows: readonly GivenItem[]): Sheet {
  return {
    missing: 'reweight',
    dependsOnDepartments: [],
    collaboration: false,
    ...given,
    items: rows.map(([indicatorId, weightBp, target, more]) => ({ indicatorId, weightBp, ...(target === undefined ? {} : { target }), targetEditable: target !== undefined, ...more })),
  };
}
