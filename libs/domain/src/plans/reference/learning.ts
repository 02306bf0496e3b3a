import type { Indicator } from '@fairmark/contracts/plans';
import { anchors, computed, judged, text } from './build.js';
import { sources } from './sources.js';

/** 学习与成长, of persons and of teams. */
export const learningIndicators: readonly Indicator[] = [
  computed({ id: 'certification', name: text('运营认证进度', 'Operator certification'), unit: 'percent', aggregation: 'last', horizon: 'long', dimension: 'learning', source: sources.learning, range: ['0', '100'] }),
  computed({ id: 'caseContributions', name: text('案例库贡献数', 'Contributions to the case library'), unit: 'count', aggregation: 'sum', horizon: 'long', dimension: 'learning', source: sources.knowledge, range: ['0', '1000'] }),
  judged(
    { id: 'teamDevelopment', name: text('团队培养', 'Development of the team'), horizon: 'long', dimension: 'learning' },
    anchors(
      text('没有培养计划', 'No plan for anybody'),
      text('有计划，未执行', 'Plans that were not followed'),
      text('多数人按计划成长', 'Most people grow as planned'),
      text('有人承担更大职责', 'Some took on larger duties'),
      text('团队成为人才来源', 'Other teams draw their people from this one'),
    ),
  ),
];

/** What people without a community are scored on besides. */
export const supportIndicators: readonly Indicator[] = [
  computed({ id: 'reviewsOnTime', name: text('绩效流程按时完成率', 'Reviews done in time'), unit: 'percent', aggregation: 'last', subPeriod: 'period', horizon: 'short', dimension: 'process', source: sources.departments, range: ['0', '100'] }),
  computed({ id: 'dataQuality', name: text('数据质量合格率', 'Share of data that passed the checks'), unit: 'percent', horizon: 'short', dimension: 'process', source: sources.dataOffice, range: ['0', '100'] }),
  computed({ id: 'costPlanKept', name: text('成本计划达成率', 'Cost items inside the plan'), unit: 'percent', aggregation: 'last', subPeriod: 'period', horizon: 'short', dimension: 'financial', source: sources.finance, range: ['0', '100'] }),
  judged(
    { id: 'partnership', name: text('业务伙伴满意度', 'Service to partners'), horizon: 'long', dimension: 'customer' },
    anchors(
      text('需求长期无回应', 'Requests stay unanswered'),
      text('有回应，常需催促', 'Answers after being reminded'),
      text('按约定回应', 'Answers as agreed'),
      text('主动发现并解决问题', 'Finds and solves problems unasked'),
      text('与业务共同定义目标', 'Defines goals together with the business'),
    ),
  ),
];
