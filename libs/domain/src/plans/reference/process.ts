import type { Indicator } from '@fairmark/contracts/plans';
import { anchors, computed, demanding, judged, realistic, text } from './build.js';
import { sources } from './sources.js';

/** 内部流程 of content communities. */
export const contentIndicators: readonly Indicator[] = [
  computed({
    id: 'articleReads',
    name: text('文章阅读量', 'Article reads'),
    unit: 'count',
    aggregation: 'sum',
    horizon: 'short',
    dimension: 'process',
    source: sources.community,
    range: ['0', '100000000'],
    curve: demanding,
    counterIndicatorId: 'contentDepth',
    realism: realistic('90000', 800),
  }),
  computed({ id: 'contentDepth', name: text('内容深度（平均阅读时长）', 'Content depth (mean reading time)'), unit: 'minutes', horizon: 'long', dimension: 'process', source: sources.community, range: ['0', '120'], realism: realistic('4', 500) }),
  computed({ id: 'questionsAnswered', name: text('专业问题解答数', 'Professional questions answered'), unit: 'count', aggregation: 'sum', horizon: 'short', dimension: 'process', source: sources.community, range: ['0', '100000'], realism: realistic('180', 800) }),
  computed({ id: 'expertFeedback', name: text('专家好评率', 'Favourable expert feedback'), unit: 'percent', horizon: 'long', dimension: 'customer', source: sources.survey, range: ['0', '100'] }),
  computed({
    id: 'contentPlanKept',
    name: text('内容计划完成周数占比', 'Weeks with the content plan kept'),
    description: text('每周发布 3 篇为达标，取达标周数占比', 'A week counts with 3 pieces published; the share of such weeks is the achievement'),
    unit: 'count',
    aggregation: 'shareOfSubPeriodsMet',
    subPeriod: 'week',
    horizon: 'short',
    dimension: 'process',
    source: sources.community,
    range: ['0', '100'],
  }),
  judged(
    { id: 'contentQuality', name: text('内容质量', 'Content quality'), horizon: 'long', dimension: 'process' },
    anchors(
      text('多为转载，无观点', 'Mostly reposted, no point of view'),
      text('有原创，但与成员需求关系弱', 'Original, but far from what members need'),
      text('稳定回应成员需求', 'Steadily answers what members need'),
      text('多篇被成员引用或复用', 'Several pieces quoted or reused by members'),
      text('成为本领域的参考内容', 'A reference in its field'),
    ),
  ),
];

/** 内部流程 of all communities. */
export const operationIndicators: readonly Indicator[] = [
  computed({ id: 'coverage', name: text('目标用户覆盖率', 'Coverage of the target members'), unit: 'percent', aggregation: 'last', horizon: 'short', dimension: 'process', source: sources.community, range: ['0', '100'], realism: realistic('50', 1_500) }),
  computed({ id: 'interactionRate', name: text('互动率', 'Interaction rate'), unit: 'percent', horizon: 'short', dimension: 'process', source: sources.community, range: ['0', '100'], realism: realistic('12', 1_000) }),
  computed({ id: 'conversionRate', name: text('转化率', 'Conversion rate'), unit: 'percent', horizon: 'short', dimension: 'process', source: sources.orders, range: ['0', '100'], counterIndicatorId: 'satisfaction', realism: realistic('4', 1_000) }),
  computed({ id: 'orderCompletion', name: text('订单完成率', 'Order completion'), unit: 'percent', horizon: 'short', dimension: 'process', source: sources.orders, range: ['0', '100'] }),
  computed({ id: 'campaignRoi', name: text('活动投入产出比（ROI）', 'Campaign return on investment'), unit: 'ratio', horizon: 'short', dimension: 'process', source: sources.finance, range: ['0', '1000'], realism: realistic('3', 500) }),
  computed({ id: 'responseTime', name: text('平均响应时间', 'Mean response time'), unit: 'minutes', direction: 'lower', horizon: 'short', dimension: 'process', source: sources.service, range: ['0', '10000'], realism: realistic('12', -1_000) }),
  computed({ id: 'resolutionRate', name: text('一次解决率', 'Resolved at first contact'), unit: 'percent', horizon: 'short', dimension: 'process', source: sources.service, range: ['0', '100'], curve: demanding }),
  computed({
    id: 'crossDepartmentGoals',
    name: text('跨部门目标达成率', 'Cross-department goal attainment rate'),
    unit: 'percent',
    aggregation: 'last',
    subPeriod: 'period',
    horizon: 'long',
    dimension: 'process',
    source: sources.departments,
    range: ['0', '100'],
  }),
];
