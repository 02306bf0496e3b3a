import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { useDecision } from './useDecision.js';

type Decide = ReturnType<typeof useDecision>['mutateAsync'];

const answers: (() => Promise<Response>)[] = [];
const keys: (string | null)[] = [];
const answer = (status: number, body: object) => () => Promise.resolve({ ok: status < 400, status, text: () => Promise.resolve(JSON.stringify(body)), json: () => Promise.resolve(body) } as unknown as Response);

let decide: Decide;
let root: Root;

function Probe() {
  const { mutateAsync } = useDecision({ visitId: 'v1' });
  useEffect(() => {
    decide = mutateAsync;
  });
  return null;
}

beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  globalThis.crypto.randomUUID ??= (() => `00000000-0000-4000-8000-${String(Math.random()).slice(2, 14)}`) as typeof crypto.randomUUID;
  globalThis.fetch = jest.fn((_url: unknown, init?: RequestInit) => {
    keys.push((init?.headers as Headers).get('idempotency-key'));
    return (answers.shift() ?? answer(200, { status: 'applied', outcome: 'approved', details: {} }))();
  }) as unknown as typeof fetch;
  root = createRoot(document.createElement('div'));
  await act(async () => root.render(<QueryClientProvider client={new QueryClient()}><Probe /></QueryClientProvider>));
});

afterEach(async () => {
  await act(async () => root.unmount());
  keys.length = 0;
});

const press = (body: object = {}): Promise<unknown> => act(async () => decide({ action: 'approve', body }).catch((error: unknown) => error));

describe('the key of a decision', () => {
  test('stays while nobody knows whether it was taken', async () => {
    answers.push(answer(504, { code: 'COMMAND.OUTCOME_UNKNOWN' }), () => Promise.reject(new TypeError('lost')));
    await press();
    await press();
    await press();
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  test('is a new one after an answer, be it yes or no', async () => {
    answers.push(answer(409, { code: 'VISIT.ALREADY_DECIDED' }));
    await press();
    await press();
    await press();
    expect(new Set(keys).size).toBe(3);
  });

  test('is another one for another intention', async () => {
    answers.push(answer(504, { code: 'COMMAND.OUTCOME_UNKNOWN' }));
    await press({ reason: 'one' });
    await press({ reason: 'two' });
    expect(new Set(keys).size).toBe(2);
  });
});
