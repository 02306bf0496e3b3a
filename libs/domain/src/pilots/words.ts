import type { BilingualText } from '@fairmark/contracts/common';
import type { EffectVerdict, MeasureEvaluation } from '@fairmark/contracts/pilots';

type Figures = Pick<MeasureEvaluation, 'pilotChange' | 'comparisonChange' | 'pilotSample' | 'comparisonSample' | 'effect'> & { minSample: number };

/** What an evaluation says in plain words. Figures are in the unit of the measure. */
export function verdictWords(verdict: EffectVerdict, { pilotChange, comparisonChange, pilotSample, comparisonSample, effect, minSample }: Figures): BilingualText {
  const [samplesZh, samplesEn] = [`试点 ${pilotSample} 个社群，对照 ${comparisonSample} 个社群`, `${pilotSample} pilot and ${comparisonSample} comparison communities`];
  const [raw, rawEn] = [`试点变化 ${pilotChange ?? '无'}，对照变化 ${comparisonChange ?? '无'}`, `pilot changed by ${pilotChange ?? 'nothing known'}, comparison by ${comparisonChange ?? 'nothing known'}`];
  const [range, rangeEn] = effect ? [`差异 ${effect.difference}（95% 区间 ${effect.low} 至 ${effect.high}）`, `difference ${effect.difference} (95 % interval ${effect.low} to ${effect.high})`] : ['', ''];
  switch (verdict) {
    case 'effect':
      return { zh: `方案有效果：${range}；${samplesZh}。`, en: `The plan shows an effect: ${rangeEn}; ${samplesEn}.` };
    case 'noEffect':
      return { zh: `未显示效果：${range}，区间包含零；${samplesZh}。`, en: `No effect shown: ${rangeEn}, which includes zero; ${samplesEn}.` };
    case 'trendBroken':
      return { zh: `警告：试点前两组趋势已不平行，差异不能归因于方案。${range}；${samplesZh}。`, en: `Warning: the groups moved apart before the pilot, so the difference cannot be put down to the plan. ${rangeEn}; ${samplesEn}.` };
    case 'notEnoughData':
      return { zh: `数据不足：每组至少需要 ${minSample} 个在试点前后都有数据的社群。${raw}；${samplesZh}。请依据原始差异判断。`, en: `Not enough data: each group needs ${minSample} communities with values before and after. Raw: ${rawEn}; ${samplesEn}. People judge the raw differences.` };
  }
}
