import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.js';
import { createAppRouter } from './router.js';
import { calmTheme, theme } from './theme.js';
import { useCalm } from './useCalm.js';

/** Refusals are final; only an unreachable server is asked again. */
const mayRetry = (count: number, error: unknown): boolean => count < 2 && !(error instanceof Problem && error.body.status > 0 && error.body.status < 500);

const newQueryClient = (): QueryClient => new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: mayRetry }, mutations: { retry: false } } });

/** The whole application: language, theme, data and pages. */
export function App() {
  const { i18n } = useTranslation();
  const [client] = useState(newQueryClient);
  const [router] = useState(createAppRouter);
  const calm = useCalm();
  return (
    <ConfigProvider locale={i18n.language === 'en' ? enUS : zhCN} theme={calm ? calmTheme : theme} button={{ autoInsertSpace: false }}>
      <AntApp>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
