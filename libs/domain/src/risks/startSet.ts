import type { RiskBody } from '@fairmark/contracts/risks';

/** A risk of the start set; `key` keeps it from being added twice. */
export type StartRisk = Pick<RiskBody, 'title' | 'category' | 'probability' | 'impact' | 'response' | 'warning'> & { key: string };

const risk = (key: string, category: RiskBody['category'], [probability, impact]: readonly [number, number], title: string, response: string, warning: RiskBody['warning'] = null): StartRisk => ({ key, category, probability, impact, title, response, warning });

/** The risks that every rollout of a plan has met before; grades, responses and limits are defaults that the lead changes. */
export const startSet: readonly StartRisk[] = [
  risk('oneSizeFitsAll', 'fit', [3, 4], '方案“一刀切”，不适合部分社群', '一社一策；按类型与阶段调整权重', { measure: 'scoringSpread', comparison: 'above', limit: '15' }),
  risk('laggingIndicators', 'design', [3, 3], '指标滞后，反映不了当期工作', '每个季度复盘指标，补充过程指标'),
  risk('blindWeights', 'design', [3, 3], '权重凭经验设定', '用历史数据模拟后再定权重', { measure: 'appealRate', comparison: 'above', limit: '0.1' }),
  risk('unrealisticTargets', 'design', [3, 4], '目标脱离实际', '按基线与市场增速核对目标', { measure: 'goalsOnTime', comparison: 'below', limit: '0.9' }),
  risk('missingData', 'data', [4, 4], '行为数据缺失（约 15 %）', '补采数据；缺失时暂停相关指标评分', { measure: 'dataQuality', comparison: 'below', limit: '0.95' }),
  risk('wrongLabels', 'data', [4, 3], '标签错误（最高 28 %）', '抽样核对标签，数据负责人签认'),
  risk('dataSilos', 'data', [3, 3], '数据孤岛，来源之间对不上', '统一口径，按社群合并各来源'),
  risk('privacy', 'privacy', [2, 5], '最终用户隐私泄露', '只接收汇总数据，导入时拒收个人信息'),
  risk('dataSkills', 'people', [4, 3], '运营人员缺少数据分析能力（68 %）', '基础、进阶、实战三级培训', { measure: 'trainedOperators', comparison: 'below', limit: '0.9' }),
  risk('aiWillingness', 'people', [4, 2], '学习智能工具意愿低（12 % 愿意）', '绩效伙伴带教，分享案例'),
  risk('attrition', 'people', [3, 5], '推广半年内人员流失上升', '面谈、减负；流失超限时暂停批次', { measure: 'attrition', comparison: 'above', limit: '0.15' }),
  risk('acceptance', 'acceptance', [3, 4], '员工不认可方案', '三级沟通，前后两次认可度调查', { measure: 'acceptance', comparison: 'below', limit: '0.6' }),
  risk('market', 'external', [2, 3], '市场环境变化', '设立外部变化台账，季度复核'),
  risk('law', 'external', [2, 4], '法律法规变化', '法务每季度复核方案'),
  risk('technology', 'external', [3, 3], '技术变化（如人工智能）', '“行业雷达”跟踪，预留优化预算'),
];
