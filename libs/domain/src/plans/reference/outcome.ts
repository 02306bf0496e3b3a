import type { PlanDocument } from '@fairmark/contracts/plans';
import { anchors, text } from './build.js';

/** 个性化空间: growth always, collaboration where the sheet asks other departments, and own goals, trials included. */
export const personal: PlanDocument['personal'] = {
  weightBp: 2_000,
  growth: {
    weightBp: 6_000,
    name: text('个人成长', 'Personal growth'),
    description: text('本周期学到并用上的能力', 'What was learned and put to use in this period'),
    anchors: anchors(
      text('没有学习行动', 'Nothing was learned'),
      text('参加培训，未应用', 'Took part in training, did not use it'),
      text('在工作中应用一次', 'Used it once at work'),
      text('形成稳定做法', 'Made it a habit'),
      text('带动他人一起提升', 'Took others along'),
    ),
  },
  collaboration: {
    weightBp: 4_000,
    name: text('跨部门协作', 'Work with other departments'),
    anchors: anchors(
      text('阻碍他人目标', 'Stood in the way of others'),
      text('被动配合', 'Helped when pushed'),
      text('按约定协作', 'Worked together as agreed'),
      text('主动补位', 'Stepped in unasked'),
      text('共同创造新成果', 'Made something new together'),
    ),
  },
  goals: {
    maxWeightBp: 1_000,
    maxCount: 3,
    anchors: anchors(
      text('未开始', 'Not begun'),
      text('开始后搁置', 'Begun and left'),
      text('完成主要部分', 'Mostly done'),
      text('完成，并有复盘', 'Done, and reflected on'),
      text('完成，经验已被他人采用', 'Done, and others use what was learned'),
    ),
  },
};

/** What follows from a total: bands, soft quotas, pay, and both buffer periods 缓冲期. */
export const outcome: Pick<PlanDocument, 'bands' | 'quotas' | 'reward' | 'buffer'> = {
  bands: [
    { code: 'S', name: text('卓越', 'Outstanding'), lowerCenti: 10_500 },
    { code: 'A', name: text('优秀', 'Very good'), lowerCenti: 9_500 },
    { code: 'B', name: text('良好', 'Good'), lowerCenti: 8_000 },
    { code: 'C', name: text('待提升', 'Needs to improve'), lowerCenti: 6_000 },
    { code: 'D', name: text('不达标', 'Below expectations'), lowerCenti: 0 },
  ],
  // Only the top is limited, and softly: nobody gets a low band because somebody has to.
  quotas: { mode: 'soft', quotas: [{ band: 'S', kind: 'maximum', shareBp: 1_000 }, { band: 'A', kind: 'maximum', shareBp: 3_000 }], smallestGroup: 10 },
  reward: {
    coefficients: [
      { band: 'S', coefficientBp: 15_000 },
      { band: 'A', coefficientBp: 12_000 },
      { band: 'B', coefficientBp: 10_000 },
      { band: 'C', coefficientBp: 8_000 },
      { band: 'D', coefficientBp: 5_000 },
    ],
    teamShareBp: 1_000,
    teamSplit: 'equally',
  },
  buffer: {
    shadow: { cycles: 1, pay: { kind: 'guaranteed', coefficientBp: 10_000 } },
    improvement: {
      bands: ['D'],
      belowTotalCenti: 6_000,
      weeks: 8,
      checkinWeeks: 2,
      agreement: { n: 10, unit: 'workingDay' },
      consequence: text('按 D 级系数发放，并进入岗位调整评估', 'Paid by the coefficient of D, and the position is looked at again'),
      softened: text('按 C 级系数发放，不影响岗位', 'Paid by the coefficient of C, the position is not touched'),
      pay: { pendingBp: 10_000, softenedBp: 8_000, waivedBp: 10_000 },
    },
  },
};
