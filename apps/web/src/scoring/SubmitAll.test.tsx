import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { ScoringGridRow } from '@fairmark/contracts/scoring';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { startI18n } from '../i18n/index.js';
import { SubmittedNote } from './SubmitAll.js';
import { useSubmitAll } from './useSubmitAll.js';

/** A person with one judged and one computed item, and a draft with these points. */
const row = (name: string, score: number | null, state: ScoringGridRow['state'] = 'open'): ScoringGridRow => ({
  reviewId: `r-${name}`, visitId: `v-${name}`, state, employee: { id: name, name, nameEn: name },
  items: [{ itemId: 'growth', anchors: [] }, { itemId: 'cost', anchors: null }],
  draft: { comment: 'As agreed', items: [{ itemId: 'growth', score, comment: '' }, { itemId: 'cost', score: null, comment: '' }] },
}) as unknown as ScoringGridRow;

interface Sent {
  visit: string;
  key: string;
  body: { items: { itemId: string; score: number | null }[] };
}

const sent: Sent[] = [];
const answers = new Map<string, { status: number; code: string }>();
let rows: ScoringGridRow[] = [];
let press: () => Promise<void>;
let host: HTMLElement;
let root: Root;

function Probe() {
  const submission = useSubmitAll(() => Promise.resolve(rows));
  useEffect(() => {
    press = async () => void (await submission.mutateAsync());
  });
  return <SubmittedNote submission={submission} />;
}

beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  let keys = 0;
  globalThis.crypto.randomUUID = () => `00000000-0000-4000-8000-${String(++keys).padStart(12, '0')}`;
  startI18n('en');
  globalThis.fetch = jest.fn((url: unknown, init?: RequestInit) => {
    const visit = String(url).split('/').at(-2) ?? '';
    sent.push({ visit, key: (init?.headers as Headers).get('idempotency-key') ?? '', body: JSON.parse(String(init?.body)) as Sent['body'] });
    const { status, code } = answers.get(visit) ?? { status: 200, code: 'none' };
    const body = status < 400 ? { status: 'applied', outcome: 'scored', details: {} } : { code };
    return Promise.resolve({ ok: status < 400, status, text: () => Promise.resolve(JSON.stringify(body)), json: () => Promise.resolve(body) } as unknown as Response);
  }) as unknown as typeof fetch;
  host = document.createElement('div');
  root = createRoot(host);
  await act(async () => root.render(<QueryClientProvider client={new QueryClient()}><Probe /></QueryClientProvider>));
});

afterEach(async () => {
  await act(async () => root.unmount());
  sent.length = 0;
  answers.clear();
});

const pressed = (): Promise<void> => act(() => press());

test('everybody who is complete is submitted, whoever is not stays', async () => {
  rows = [row('ann', 80), row('bob', null), row('cyd', 70), row('dan', 90, 'submitted')];
  await pressed();
  expect(sent.map(({ visit }) => visit)).toEqual(['v-ann', 'v-cyd']);
  expect(sent[0]?.body.items).toEqual([{ itemId: 'growth', score: 80, comment: '' }]);
  expect(host.textContent).toContain('Submitted: 2');
});

test('a flagged item without its comment is named with its person, and stops nobody else', async () => {
  rows = [row('ann', 80), row('bob', 60), row('cyd', 70)];
  answers.set('v-ann', { status: 422, code: 'SCORING.COMMENT_MISSING' });
  answers.set('v-bob', { status: 409, code: 'VISIT.ALREADY_DECIDED' });
  await pressed();
  expect(sent.map(({ visit }) => visit)).toEqual(['v-ann', 'v-bob', 'v-cyd']);
  expect(host.textContent).toContain('Submitted: 1. Not submitted: 2.');
  const refused = [...host.querySelectorAll('li')].map((line) => line.textContent ?? '');
  expect(refused.map((line) => line.split(': ')[0])).toEqual(['ann', 'bob']);
});

test('what nobody knows to have arrived is sent again under the same key, changed scores under a new one', async () => {
  rows = [row('ann', 80)];
  answers.set('v-ann', { status: 504, code: 'COMMAND.OUTCOME_UNKNOWN' });
  await pressed();
  await pressed();
  rows = [row('ann', 81)];
  await pressed();
  const [first, second, third] = sent.map(({ key }) => key);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});
