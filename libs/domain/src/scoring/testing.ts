import type { ComposedItem, ComposedSheet } from '@fairmark/contracts/goals';
import type { Indicator } from '@fairmark/contracts/plans';
import type { ScoreStep, SubPeriodValue } from '@fairmark/contracts/scoring';
import type { ScoreInput } from './input.js';

/** Builders for tests of scoring: a third quarter, one community `c1`, points equal to the achievement. */
export const quarter = { from: '2026-07-01', to: '2026-09-30' };

const monthEnds: Record<string, string> = { '2026-06': '2026-06-30', '2026-07': '2026-07-31', '2026-08': '2026-08-31', '2026-09': '2026-09-30' };

export const value = (month: string, amount: string, weight: string | null = null): SubPeriodValue => ({
  subPeriod: month, startsOn: `${month}-01`, endsOn: monthEnds[month] ?? `${month}-28`, value: amount, weight, source: 'crm', batch: 'b1',
});

export const months = (...amounts: (string | null)[]): SubPeriodValue[] =>
  ['2026-07', '2026-08', '2026-09'].flatMap((month, index) => (amounts[index] === null || amounts[index] === undefined ? [] : [value(month, amounts[index])]));

export const indicator = (id: string, change: Partial<Indicator> = {}): Indicator => ({
  id, name: { zh: id }, unit: 'count', direction: 'higher', aggregation: 'sum', subPeriod: 'month', horizon: 'short', dimension: 'customer', source: { zh: '来源' },
  validity: { min: '-1000000', max: '1000000' }, measurement: { kind: 'computed' }, ...change,
});

export const item = (definition: Indicator, weightBp: number, change: Partial<ComposedItem> = {}): ComposedItem => ({
  itemId: `c1.${definition.id}`, kind: 'indicator', name: definition.name, weightBp, horizon: definition.horizon, indicator: definition, counter: null, inputs: [], target: '100',
  targetEditable: true, realismBand: null, missing: 'reweight', anchors: null, goal: null, ...change,
});

export const judgedItem = (id: string, weightBp: number, change: Partial<ComposedItem> = {}): ComposedItem => ({
  itemId: `_personal.${id}`, kind: 'growth', name: { zh: id }, weightBp, horizon: 'long', indicator: null, counter: null, inputs: [], target: null,
  targetEditable: false, realismBand: null, missing: 'block', anchors: [], goal: null, ...change,
});

export const sheet = (items: ComposedItem[], personal: ComposedItem[] = []): ComposedSheet => ({
  formatVersion: 1,
  blocks: [
    { code: 'c1', kind: 'community', sheetId: 's', name: { zh: '社群' }, weightBp: 8_000, dependsOnDepartments: [], items },
    ...(personal.length > 0 ? [{ code: '_personal', kind: 'personal' as const, sheetId: null, name: { zh: '个人' }, weightBp: 2_000, dependsOnDepartments: [], items: personal }] : []),
  ],
  collaboration: false, maxReweightBp: 3_000,
  bands: [{ code: 'A', name: { zh: '甲' }, lowerCenti: 9_000 }, { code: 'B', name: { zh: '乙' }, lowerCenti: 6_000 }, { code: 'C', name: { zh: '丙' }, lowerCenti: 0 }],
  personalRules: { growthBp: 5_000, collaborationBp: 5_000, goalsMaxBp: 2_000, goalsMaxCount: 3, goalAnchors: [] },
});

export const scoreInput = (composed: ComposedSheet, values: Record<string, SubPeriodValue[]>, change: Partial<ScoreInput> = {}): ScoreInput => ({
  sheet: composed, period: quarter, window: quarter, values: Object.entries(values).map(([indicatorId, list]) => ({ blockCode: 'c1', indicatorId, values: list })),
  quality: [], minQualityBp: 9_500, judgements: [], collaboratorAnswers: 3, ...change,
});

/** What a person with a calculator gets for a shown step: its formula with its inputs, nothing else. */
export function byHand(step: ScoreStep): number {
  const known = Object.fromEntries(Object.entries(step.inputs).map(([name, text]) => [name, Number(text.replace('≈', ''))]));
  const script = step.formula.replaceAll('−', '-').replaceAll('×', '*').replaceAll('÷', '/');
  const calculate = new Function('max', 'round', ...Object.keys(known), `return ${script};`) as (...all: unknown[]) => number;
  return calculate(Math.max, (x: number) => Math.floor(x * 100 + 0.5 + 1e-9) / 100, ...Object.values(known));
}
