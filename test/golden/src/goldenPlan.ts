import type { Indicator, PlanDocument, Sheet } from '@fairmark/contracts/plans';
import { referencePlan } from '@fairmark/domain/plans';

const indicator = (id: string, change: Partial<Indicator>): Indicator => ({
  id, name: { zh: id }, unit: 'count', direction: 'higher', aggregation: 'sum', subPeriod: 'month', horizon: 'short', dimension: 'customer', source: { zh: '来源' },
  validity: { min: '0', max: '100000' }, measurement: { kind: 'computed' }, ...change,
});

const steps = { kind: 'step' as const, steps: [{ minDifference: '0', scoreCenti: 10_000 }, { minDifference: '-2', scoreCenti: 8_000 }], otherwiseCenti: 4_000 };

const sheet = (id: string, audience: Sheet['for'], missing: Sheet['missing'], items: [string, number, string][]): Sheet => ({
  id, name: { zh: id }, for: audience, missing, dependsOnDepartments: [], collaboration: false, items: items.map(([indicatorId, weightBp, target]) => ({ indicatorId, weightBp, target, targetEditable: true })),
});

/** The plan of the golden cycle, as its document says in words. */
export const goldenPlan: PlanDocument = {
  ...referencePlan,
  code: 'golden',
  indicators: [
    indicator('sales', { dimension: 'financial' }),
    indicator('reply', { unit: 'minutes', direction: 'lower', aggregation: 'mean', dimension: 'process' }),
    indicator('active', { unit: 'percent', aggregation: 'mean' }),
    indicator('ltv', { unit: 'cents', aggregation: 'last', horizon: 'long', dimension: 'financial', lagging: { windowDays: 120, maxAgeDays: 180 } }),
    indicator('repeat', { unit: 'percent', aggregation: 'last', horizon: 'long' }),
    indicator('visits', { dimension: 'process' }),
    indicator('incidents', { direction: 'lower', dimension: 'process', curve: steps }),
  ],
  sheets: [
    sheet('T', { kind: 'communityType', type: 'transaction', stage: 'growth' }, 'reweight', [['sales', 4_000, '3000'], ['reply', 2_000, '10'], ['active', 1_000, '45'], ['ltv', 2_000, '500'], ['repeat', 1_000, '30']]),
    sheet('C', { kind: 'communityType', type: 'content', stage: 'mature' }, 'block', [['active', 5_000, '40'], ['reply', 2_500, '20'], ['repeat', 2_500, '30']]),
    sheet('P', { kind: 'position', positionCode: 'lead' }, 'block', [['visits', 6_000, '30'], ['incidents', 4_000, '0']]),
  ],
  maxReweightBp: 3_000,
  bands: [
    { code: 'A', name: { zh: '优秀' }, lowerCenti: 9_000 }, { code: 'B', name: { zh: '良好' }, lowerCenti: 7_500 }, { code: 'C', name: { zh: '合格' }, lowerCenti: 6_000 }, { code: 'D', name: { zh: '待改进' }, lowerCenti: 0 },
  ],
  quotas: { mode: 'soft', smallestGroup: 10, quotas: [{ band: 'A', kind: 'maximum', shareBp: 3_000 }, { band: 'C', kind: 'minimum', shareBp: 1_000 }] },
  reward: { coefficients: [{ band: 'A', coefficientBp: 12_000 }, { band: 'B', coefficientBp: 10_000 }, { band: 'C', coefficientBp: 8_000 }, { band: 'D', coefficientBp: 5_000 }], teamShareBp: 0, teamSplit: 'equally' },
  buffer: { ...referencePlan.buffer, shadow: { cycles: 1, pay: { kind: 'guaranteed', coefficientBp: 10_000 } } },
};
