import type { Indicator, PlanDocument, Sheet } from '@fairmark/contracts/plans';

const PLAIN: Indicator['curve'] = { kind: 'linear', points: [{ achievementBp: 0, scoreCenti: 0 }, { achievementBp: 12_000, scoreCenti: 12_000 }] };

/** A name that no entry has yet: the word and the first free number. */
function freeId(word: string, taken: readonly string[]): string {
  let no = 1;
  while (taken.includes(`${word}${no}`)) no += 1;
  return `${word}${no}`;
}

/** The plan with a new indicator at its end: read from data, scored by achievement. */
export function withIndicator(plan: PlanDocument, name: string, source: string): PlanDocument {
  const indicator: Indicator = {
    id: freeId('indicator', plan.indicators.map((one) => one.id)), name: { zh: name }, unit: 'percent', direction: 'higher', aggregation: 'mean', subPeriod: 'month', horizon: 'short', dimension: 'process',
    source: { zh: source }, validity: { min: '0', max: '100' }, measurement: { kind: 'computed' }, curve: PLAIN,
  };
  return { ...plan, indicators: [...plan.indicators, indicator] };
}

/** The plan without an indicator; it leaves every sheet, and whoever named it as a counter-indicator names none. */
export function withoutIndicator(plan: PlanDocument, id: string): PlanDocument {
  const parted = (indicator: Indicator): Indicator => {
    const { counterIndicatorId, ...rest } = indicator;
    return counterIndicatorId === id ? rest : indicator;
  };
  return {
    ...plan, indicators: plan.indicators.filter((one) => one.id !== id).map(parted),
    sheets: plan.sheets.map((sheet) => ({ ...sheet, items: sheet.items.filter((item) => item.indicatorId !== id) })),
  };
}

/** The plan with a sheet for somebody else that begins with the items of another one: a single community 一社一策 begins with the sheet it leaves. */
export function withSheetLike(plan: PlanDocument, like: Sheet, whom: Sheet['for'], name: string): PlanDocument {
  return { ...plan, sheets: [...plan.sheets, { ...like, id: freeId('sheet', plan.sheets.map((one) => one.id)), name: { zh: name }, for: whom }] };
}
