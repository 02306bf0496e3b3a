import type { Indicator } from '@fairmark/contracts/plans';
import { computed, demanding, realistic, steps, text } from './build.js';
import { sources } from './sources.js';

/** 客户, growth and activity of the members. */
export const audienceIndicators: readonly Indicator[] = [
  computed({
    id: 'followerGrowth',
    name: text('新增高质量用户', 'New high-quality members'),
    unit: 'count',
    aggregation: 'sum',
    horizon: 'short',
    dimension: 'customer',
    source: sources.community,
    range: ['0', '1000000'],
    curve: demanding,
    // Numbers alone tempt to buy followers: when reading depth falls at the same time, the scorer is told.
    counterIndicatorId: 'contentDepth',
    realism: realistic('800', 1_000),
  }),
  computed({
    id: 'monthlyActiveShare',
    name: text('月活占比', 'Monthly-active share'),
    unit: 'percent',
    horizon: 'short',
    dimension: 'customer',
    source: sources.community,
    range: ['0', '100'],
    realism: realistic('42', 500),
  }),
  computed({ id: 'highValueConversion', name: text('高价值转化率', 'High-value conversion rate'), unit: 'percent', horizon: 'long', dimension: 'customer', source: sources.orders, range: ['0', '100'] }),
  computed({ id: 'referralRate', name: text('转介绍率', 'Referral rate'), unit: 'percent', horizon: 'long', dimension: 'customer', source: sources.community, range: ['0', '100'] }),
  computed({
    id: 'retention',
    name: text('30 日留存率', '30-day retention'),
    unit: 'percent',
    horizon: 'long',
    dimension: 'customer',
    source: sources.community,
    range: ['0', '100'],
    realism: realistic('55', 500),
  }),
];

/** 客户, what the members think and do afterwards. */
export const loyaltyIndicators: readonly Indicator[] = [
  computed({
    id: 'satisfaction',
    name: text('满意度', 'Satisfaction'),
    unit: 'percent',
    aggregation: 'last',
    subPeriod: 'period',
    horizon: 'long',
    dimension: 'customer',
    source: sources.survey,
    range: ['0', '100'],
    curve: demanding,
  }),
  computed({
    id: 'promoterScore',
    name: text('净推荐值（NPS）', 'Net promoter score (NPS)'),
    description: text('基线可能为负，用阶梯曲线计分', 'Its baseline may be negative, so it is scored in steps'),
    unit: 'percentagePoint',
    aggregation: 'last',
    subPeriod: 'period',
    horizon: 'long',
    dimension: 'customer',
    source: sources.survey,
    range: ['-100', '100'],
    curve: steps([['10', 120], ['0', 100], ['-5', 80], ['-10', 60]], 30),
  }),
  computed({
    id: 'repurchaseRate',
    name: text('复购率', 'Repurchase rate'),
    unit: 'percent',
    aggregation: 'last',
    horizon: 'long',
    dimension: 'customer',
    source: sources.orders,
    range: ['0', '100'],
    lagging: { windowDays: 60, maxAgeDays: 120 },
    realism: realistic('22', 600),
  }),
  computed({
    id: 'complaints',
    name: text('升级投诉数', 'Escalated complaints'),
    description: text('目标为 0，用阶梯曲线计分', 'The target is 0, so it is scored in steps'),
    unit: 'count',
    direction: 'lower',
    aggregation: 'sum',
    horizon: 'short',
    dimension: 'customer',
    source: sources.service,
    range: ['0', '1000'],
    curve: steps([['0', 100], ['-1', 85], ['-3', 60], ['-6', 30]]),
  }),
];
