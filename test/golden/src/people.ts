import { PERSONAL_BLOCK, POSITION_BLOCK, type ComposedSheet, type GoalProposal } from '@fairmark/contracts/goals';
import type { ScoreResult, SubPeriodValue } from '@fairmark/contracts/scoring';
import { applyGoals, composeSheet } from '@fairmark/domain/goals';
import { scoreSheet, type IndicatorValues } from '@fairmark/domain/scoring';
import { goldenPlan } from './goldenPlan.js';
import { cell, table, type Row } from './tables.js';

const period = { from: '2026-07-01', to: '2026-09-30' };

const lastDay: Readonly<Record<string, string>> = { '2026-02': '28', '2026-05': '31', '2026-07': '31', '2026-08': '31', '2026-09': '30' };

/** Dai's own goal, the only one: 5 % of the sheet. */
const ownGoal = { goalId: 'g1', kind: 'goal' as const, title: '三篇案例', measure: '进入案例库', parentGoal: '部门目标', dueOn: period.to, weightBp: 500 };

export interface Golden {
  name: string;
  row: Row;
  sheet: ComposedSheet;
  result: ScoreResult;
}

/** Everybody of the document, scored by the product from the values of the document. */
export function goldenPeople(): Golden[] {
  const values = allValues();
  return table('People').map((row) => {
    const name = cell(row, 'person');
    const sheet = sheetOf(name, cell(row, 'operates'));
    const judgements = [{ itemId: `${PERSONAL_BLOCK}.growth`, score: Number(cell(row, 'growth')), comment: 'x' }, ...(name === 'Dai' ? [{ itemId: `${PERSONAL_BLOCK}.g1`, score: 70, comment: 'x' }] : [])];
    const window = { from: cell(row, 'from'), to: period.to };
    return { name, row, sheet, result: scoreSheet({ sheet, period, window, values, quality: [], minQualityBp: goldenPlan.minQualityBp, judgements, collaboratorAnswers: 0 }) };
  });
}

function sheetOf(name: string, operates: string): ComposedSheet {
  if (operates === 'lead') return composeSheet({ plan: goldenPlan, communities: [], position: { code: 'lead', name: { zh: '主管' } } });
  const communities = operates.split(', ').map((one) => {
    const [code = '', share] = one.split(' ');
    const kind = code.startsWith('T') ? { type: 'transaction', stage: 'growth' } : { type: 'content', stage: 'mature' };
    return { code, name: { zh: code }, ...kind, shareBp: share === undefined ? null : Number(share), dependsOnDepartments: [] };
  });
  const goals: GoalProposal = { items: name === 'Bo' ? [{ itemId: 'T2.sales', target: '2000' }] : [], personalGoals: name === 'Dai' ? [ownGoal] : [] };
  return applyGoals(composeSheet({ plan: goldenPlan, communities, position: null }), goals);
}

function allValues(): IndicatorValues[] {
  return table('Values').map((row) => {
    const values = Object.keys(lastDay).flatMap((month): SubPeriodValue[] => {
      const value = cell(row, month);
      return value === '' ? [] : [{ subPeriod: month, startsOn: `${month}-01`, endsOn: `${month}-${lastDay[month] ?? ''}`, value, weight: null, source: 'table', batch: 'golden' }];
    });
    return { blockCode: cell(row, 'block') === 'lead' ? POSITION_BLOCK : cell(row, 'block'), indicatorId: cell(row, 'indicator'), values };
  });
}
