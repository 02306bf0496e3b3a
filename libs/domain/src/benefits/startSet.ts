import type { CreateBenefit } from '@fairmark/contracts/benefits';

type Start = Pick<CreateBenefit, 'title' | 'titleEn' | 'kind' | 'change' | 'measure'>;

/** Reference effects from which a rollout starts; every one may be changed or left out. */
export const benefitStartSet: readonly Start[] = [
  { title: '月活跃占比', titleEn: 'Monthly-active share', kind: 'points', change: '0.18', measure: 'monthlyActiveShare' },
  { title: '内容互动', titleEn: 'Content interaction', kind: 'relative', change: '0.35', measure: 'interactionRate' },
  { title: '团购转化', titleEn: 'Group-buying conversion', kind: 'relative', change: '0.27', measure: 'conversion' },
  { title: '运营技能', titleEn: 'Operator skill', kind: 'relative', change: '0.40' },
  { title: '跨部门协作效率', titleEn: 'Cross-department efficiency', kind: 'relative', change: '0.50' },
  { title: '复购', titleEn: 'Repurchase', kind: 'relative', change: '0.22' },
  { title: '认可度', titleEn: 'Acceptance', kind: 'relative', change: '0.80', measure: 'acceptance' },
];
