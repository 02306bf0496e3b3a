import type { PlanDocument } from '@fairmark/contracts/plans';
import { text } from './build.js';

/** 激励因素 and 保健因素, support and 社会认同: what surrounds the numbers. */
export const care: Pick<PlanDocument, 'motivation' | 'support' | 'recognition'> = {
  motivation: {
    motivators: [
      text('月度之星与公开认可', 'Star of the month and public recognition'),
      text('认证与晋升通道', 'Certificates and a career path'),
      text('创新试点的自主权', 'A free hand in own trials'),
      text('案例署名', 'Cases published under one’s name'),
    ],
    hygiene: [
      text('绩效奖金按时足额发放', 'Rewards paid in full and on time'),
      text('弹性工作', 'Flexible work'),
      text('合理的社群负载', 'A fair number of communities for each person'),
    ],
  },
  support: [
    text('绩效伙伴一对一辅导', 'A performance partner for everybody who is new to the plan'),
    text('数据分析与 AI 工具培训，每年不少于 20 小时', 'At least 20 hours of training a year, data analysis and AI tools included'),
    text('案例库与复盘工作坊', 'Case library and workshops'),
  ],
  recognition: { leaderboard: true, places: 10, starOfMonth: true, optIn: true },
};
