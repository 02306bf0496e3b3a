import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import dayjs from 'dayjs';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { riskBody } from './riskBody.js';
import { Risks } from './Risks.js';

jest.setTimeout(30_000);
beforeEach(() => onScreen(390));
afterEach(cleanup);

const lead = { id: '00000001-0000-4000-8000-000000000000', name: '王伟', nameEn: null };
const risk = {
  id: '00000002-0000-4000-8000-000000000000', title: '积压反馈', category: 'acceptance', probability: 3, impact: 4, grade: 12, owner: lead, response: '加派人手', reviewOn: '2026-12-01', warning: { measure: 'openIssues', comparison: 'above', limit: '10' },
  triggeredSince: '2026-11-03T01:00:00.000Z', state: 'open',
};

test('a risk shows its grade, its rule and since when it warns', async () => {
  answerWith({ 'GET /rollouts/r/risks': { risks: [risk] } });
  await renderPage(<Risks rollout={{ id: 'r', lead }} />);
  expect(await screen.findByText('积压反馈')).toBeTruthy();
  expect(screen.getByText(/可能性 3 × 影响 4 = 12/)).toBeTruthy();
  expect(screen.getByText(/高于 10 时预警/)).toBeTruthy();
  expect(screen.getByText(/起预警/)).toBeTruthy();
});

test('a rule without a measure is none', () => {
  const typed = { title: 'x', category: 'fit', probability: 1, impact: 1, response: '', state: 'open', ownerId: [lead.id], reviewOn: dayjs('2026-12-01') } as const;
  expect(riskBody({ ...typed, ownerId: [lead.id], warning: { comparison: 'above', limit: '1' } })).toMatchObject({ ownerId: lead.id, reviewOn: '2026-12-01', warning: null });
  expect(riskBody({ ...typed, ownerId: [lead.id], warning: { measure: 'openIssues', comparison: 'above', limit: '1' } }).warning).toEqual({ measure: 'openIssues', comparison: 'above', limit: '1' });
});
