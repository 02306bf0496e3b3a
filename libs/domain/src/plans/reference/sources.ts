import { text } from './build.js';

/** Where values of the reference plan come from. End users never appear in them: all of them are aggregated. */
export const sources = {
  community: text('社群工具周报（已汇总）', 'Weekly export of the community tools, aggregated'),
  orders: text('订单系统月报（按社群汇总）', 'Monthly export of the order system, by community'),
  survey: text('季度满意度调查（匿名汇总）', 'Quarterly survey, anonymous and aggregated'),
  service: text('客服工单系统月报', 'Monthly export of the service desk'),
  learning: text('培训系统月报', 'Monthly export of the training system'),
  finance: text('财务月报', 'Monthly report of finance'),
  departments: text('跨部门目标台账，由相关部门确认', 'Record of joint goals, confirmed by the departments concerned'),
  knowledge: text('案例库记录', 'Records of the case library'),
  dataOffice: text('数据质量月报', 'Monthly report on data quality'),
} as const;
