import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, configure, render, type RenderResult } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { startI18n } from '../i18n/index.js';

// Asking of every element whether it is visible takes most of the time of a test here.
configure({ defaultHidden: true });

/** What the pretended server was asked. */
export interface Asked {
  method: string;
  path: string;
  body: unknown;
}

/** Answers by `METHOD /path` without `/api`; a function sees the body and may promise its answer. An answer with a `status` is a problem. */
export type Answers = Record<string, unknown | ((body: unknown) => unknown)>;

const isProblem = (answer: unknown): answer is { status: number } => typeof answer === 'object' && answer !== null && 'status' in answer && typeof answer.status === 'number';

/** Answers the requests of a page from a list and writes down what was asked. */
export function answerWith(answers: Answers): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = (async (url: string, init?: RequestInit) => {
    const one = { method: init?.method ?? 'GET', path: url.replace(/^\/api/, ''), body: init?.body ? (JSON.parse(String(init.body)) as unknown) : undefined };
    asked.push(one);
    const found = answers[`${one.method} ${one.path}`] ?? answers[`${one.method} ${one.path.split('?')[0] ?? ''}`];
    const answer: unknown = typeof found === 'function' ? await (found as (body: unknown) => unknown)(one.body) : (found ?? { code: 'ACCESS.OBJECT_NOT_FOUND', status: 404 });
    const status = isProblem(answer) ? answer.status : 200;
    return { ok: status < 400, status, text: () => Promise.resolve(JSON.stringify(answer)), json: () => Promise.resolve(answer) } as unknown as Response;
  }) as typeof fetch;
  return asked;
}

/** The width of the pretended screen. */
export function onScreen(px: number): void {
  const matches = (query: string): boolean => {
    const [, side, width] = /(min|max)-width:\s*(\d+)/.exec(query) ?? [];
    return side === 'min' ? px >= Number(width) : side === 'max' && px <= Number(width);
  };
  globalThis.matchMedia = ((query: string) => ({ matches: matches(query), media: query, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined, dispatchEvent: () => false })) as unknown as typeof matchMedia;
}

/** Shows something as the application would: with router, data and texts. */
export async function renderPage(page: ReactNode): Promise<RenderResult> {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  globalThis.crypto.randomUUID ??= (() => '00000000-0000-4000-8000-000000000000') as typeof crypto.randomUUID;
  globalThis.scrollTo = (() => undefined) as typeof scrollTo;
  startI18n('zh-CN');
  const root = createRootRoute({ component: () => <>{page}</> });
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: ['/'] }) });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 0 } } });
  let result: RenderResult | undefined;
  await act(async () => {
    result = render(<ConfigProvider button={{ autoInsertSpace: false }} theme={{ token: { motion: false } }}><App><QueryClientProvider client={client}><RouterProvider router={router as never} /></QueryClientProvider></App></ConfigProvider>);
    await Promise.resolve();
  });
  if (!result) throw new Error('Nothing was rendered.');
  return result;
}
