import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { answerWith, renderPage } from '../../testing/renderPage.js';
import { CasePlanPage } from './CasePlanPage.js';

const text = (zh: string) => ({ zh });
const plan = {
  indicators: [{ id: 'activeShare', name: text('月活跃率'), unit: 'percent', measurement: { kind: 'computed' } }],
  sheets: [{ id: 's', name: text('成长期社群'), for: { kind: 'position', positionCode: 'OP' }, items: [{ indicatorId: 'activeShare', weightBp: 8_000, target: '45' }], dependsOnDepartments: ['FIN'] }],
  bands: [{ code: 'B', name: text('合格'), lowerCenti: 0 }, { code: 'A', name: text('优秀'), lowerCenti: 9_000 }], reward: { coefficients: [{ band: 'A', coefficientBp: 13_000 }] },
  steps: { scoring: { duration: { n: 5, unit: 'workingDay' }, timeout: { kind: 'escalate' } } },
};

test('an approver reads what is measured, what it pays and how long steps last', async () => {
  answerWith({ 'GET /approvals/undefined/plan': { no: 3, plan: { id: 'p', code: 'ops', name: '运营方案', nameEn: null }, findings: [], approvalState: 'inReview', document: plan } });
  await renderPage(<CasePlanPage />);
  await screen.findByText('运营方案 v3');
  for (const shown of ['成长期社群', '月活跃率', '80%', '45%', '依赖部门：FIN', 'A 优秀', '90.00', '130%', '上级评分']) expect(screen.getByText(shown)).toBeTruthy();
});
