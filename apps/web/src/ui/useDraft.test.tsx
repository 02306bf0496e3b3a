import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { useDraft } from './useDraft.js';

const saved: unknown[] = [];
let online = true;
let draft: ReturnType<typeof useDraft<{ text: string }>>;
let root: Root;

function Probe() {
  const present = useDraft<{ text: string }>('visit', 'v1');
  useEffect(() => {
    draft = present;
  });
  return null;
}

const answered = (body: object, status = 200): Response => ({ ok: status < 400, status, text: () => Promise.resolve(JSON.stringify(body)), json: () => Promise.resolve(body) }) as unknown as Response;

beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  jest.useFakeTimers();
  online = true;
  saved.length = 0;
  globalThis.fetch = jest.fn(async (_url: unknown, init?: RequestInit) => {
    if (init?.method !== 'PUT') return answered({ body: null });
    if (!online) return answered({ code: 'SESSION.REQUIRED' }, 401);
    saved.push((JSON.parse(String(init.body)) as { body: unknown }).body);
    return answered({});
  }) as unknown as typeof fetch;
  root = createRoot(document.createElement('div'));
  await act(async () => root.render(<QueryClientProvider client={new QueryClient()}><Probe /></QueryClientProvider>));
});

afterEach(async () => {
  await act(async () => root.unmount());
  jest.useRealTimers();
});

const type = (text: string): Promise<void> => act(async () => draft.save({ text }));
const pass = (ms: number): Promise<void> => act(async () => jest.advanceTimersByTimeAsync(ms));

describe('what is typed', () => {
  test('is saved once, after a pause', async () => {
    await type('a');
    await pass(500);
    await type('ab');
    await pass(500);
    expect(saved).toEqual([]);
    await pass(500);
    expect(saved).toEqual([{ text: 'ab' }]);
    expect(draft.state).toBe('saved');
  });

  test('is saved at once when the page is left', async () => {
    await type('unsent');
    await act(async () => root.unmount());
    expect(saved).toEqual([{ text: 'unsent' }]);
    root = createRoot(document.createElement('div'));
  });

  test('is tried again until it is safe', async () => {
    online = false;
    await type('kept');
    await pass(1_000);
    expect(draft.state).toBe('notSaved');
    online = true;
    await pass(6_000);
    expect(saved).toEqual([{ text: 'kept' }]);
    expect(draft.state).toBe('saved');
  });
});
