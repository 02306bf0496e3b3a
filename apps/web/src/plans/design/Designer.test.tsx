import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { PlanDocument, PlanVersionView } from '@fairmark/contracts/plans';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage, type Asked } from '../../testing/renderPage.js';
import { Designer } from './Designer.js';

const text = (zh: string) => ({ zh });
const anchors = [{ score: 0, text: text('无') }, { score: 100, text: text('全') }];
const indicator = (id: string, name: string): PlanDocument['indicators'][number] => ({
  id, name: text(name), unit: 'percent', direction: 'higher', aggregation: 'mean', subPeriod: 'month', horizon: 'short', dimension: 'customer', source: text('周报'), validity: { min: '0', max: '100' },
  measurement: { kind: 'computed' }, curve: { kind: 'linear', points: [{ achievementBp: 0, scoreCenti: 0 }, { achievementBp: 10_000, scoreCenti: 10_000 }] },
});
const document: PlanDocument = {
  formatVersion: 1, code: 'one', name: text('一号方案'), indicators: [indicator('retention', '留存率'), indicator('reach', '触达率')],
  sheets: [{ id: 's', name: text('内容成长'), for: { kind: 'communityType', type: 'content', stage: 'growth' }, items: [{ indicatorId: 'retention', weightBp: 10_000, target: '57', targetEditable: true }], missing: 'block', dependsOnDepartments: [], collaboration: false }],
  personal: { weightBp: 2_000, goals: { maxWeightBp: 1_000, maxCount: 3, anchors } }, maxReweightBp: 3_000, minQualityBp: 9_500,
  bands: [{ code: 'A', name: text('好'), lowerCenti: 8_000 }, { code: 'B', name: text('待提升'), lowerCenti: 0 }], quotas: { mode: 'off', quotas: [], smallestGroup: 10 },
  reward: { coefficients: [{ band: 'A', coefficientBp: 12_000 }, { band: 'B', coefficientBp: 8_000 }], teamShareBp: 0, teamSplit: 'equally' },
  buffer: { shadow: { cycles: 1, pay: { kind: 'previousResult' } }, improvement: { bands: [], belowTotalCenti: 0, weeks: 8, checkinWeeks: 2, agreement: { n: 10, unit: 'workingDay' }, consequence: text('无'), softened: text('无') } },
  steps: {}, motivation: { motivators: [text('证书')], hygiene: [text('薪酬')] }, support: [], recognition: { leaderboard: false, places: 3, starOfMonth: false, optIn: true }, goalChanges: { maxCount: 2, until: { numerator: 2, denominator: 3 } },
};
const version: PlanVersionView = {
  id: '0190a0a0-0000-7000-8000-000000000001', no: 2, state: 'draft', documentHash: 'h', usable: true, cycles: 0, createdAt: '2026-10-09T01:00:00Z', frozenAt: null, approvalState: 'none', approvalId: null, revision: 4, changedBy: null, changedAt: '2026-10-09T01:00:00Z',
  plan: { id: '0190a0a0-0000-7000-8000-000000000002', code: 'one', name: '一号方案', nameEn: null }, document, overrides: [],
  findings: [{ code: 'PLAN.SINGLE_HORIZON', severity: 'overridable', path: 'sheets[0]', details: {} }],
};
const url = '/plans/one/versions/2';

let asked: Asked[];
// Every query over the whole page is slow here: grids are large.
jest.setTimeout(60_000);
beforeEach(() => onScreen(1_280));
afterEach(cleanup);

const show = (changed: Partial<PlanVersionView> = {}) => renderPage(<Designer version={{ ...version, ...changed }} versions={[]} onReload={() => undefined}>{null}</Designer>);
const saves = () => asked.filter((one) => one.method === 'PUT');
const openSheets = async () => {
  fireEvent.click(await screen.findByText('指标表与权重'));
  return (await screen.findByLabelText('内容成长：留存率 的权重')) as HTMLInputElement;
};

describe('the plan designer', () => {
  test('saves a weight in basis points with the revision it came from, goes on from the answered one, and shows the finding where it belongs', async () => {
    let revision = 4;
    asked = answerWith({ [`PUT ${url}`]: () => ({ revision: (revision += 1), usable: false, findings: [{ code: 'PLAN.WEIGHT_SUM', severity: 'error', path: 'sheets[0]', details: {} }] }) });
    await show();
    const weight = await openSheets();
    fireEvent.change(weight, { target: { value: '62.5' } });
    fireEvent.blur(weight);
    expect(await screen.findByText('62.5 %')).toBeTruthy();
    await waitFor(() => expect(saves()[0]?.body).toMatchObject({ revision: 4, document: { sheets: [{ items: [{ indicatorId: 'retention', weightBp: 6_250, target: '57' }] }] } }), { timeout: 3_000 });
    expect(await screen.findByText('权重之和必须为 100%')).toBeTruthy();
    fireEvent.change(weight, { target: { value: '100' } });
    fireEvent.blur(weight);
    await waitFor(() => expect(saves().at(-1)?.body).toMatchObject({ revision: 5 }), { timeout: 3_000 });
  });

  test('keeps an overridable error with a reason', async () => {
    asked = answerWith({ [`PUT ${url}`]: { revision: 5, usable: true, findings: [] } });
    await show();
    await openSheets();
    fireEvent.click(screen.getByText('说明理由后保留'));
    fireEvent.change(await screen.findByLabelText('理由（审批时列出）'), { target: { value: '试点一个季度' } });
    fireEvent.click(screen.getByText(/^确\s?[认定]$/));
    await waitFor(() => expect(saves()[0]?.body).toMatchObject({ overrides: [{ code: 'PLAN.SINGLE_HORIZON', path: 'sheets[0]', reason: '试点一个季度' }] }), { timeout: 3_000 });
  });

  test('tells who saved first, and sends nothing more', async () => {
    asked = answerWith({ [`PUT ${url}`]: { code: 'PLAN.DRAFT_CHANGED', status: 409, details: { revision: 5, changedBy: { id: '0190a0a0-0000-7000-8000-000000000003', name: '李雷', nameEn: null }, changedAt: '2026-10-09T02:00:00Z' } } });
    await show();
    const weight = await openSheets();
    fireEvent.change(weight, { target: { value: '50' } });
    fireEvent.blur(weight);
    expect(await screen.findByText(/李雷 已于 .* 先保存了草稿/, undefined, { timeout: 3_000 })).toBeTruthy();
    expect((screen.getByLabelText('内容成长：留存率 的权重') as HTMLInputElement).disabled).toBe(true);
    expect(screen.getByText('重新载入')).toBeTruthy();
  });

  test('does not let a version in use be edited', async () => {
    asked = answerWith({});
    await show({ state: 'inUse' });
    expect((await openSheets()).disabled).toBe(true);
  });
});
