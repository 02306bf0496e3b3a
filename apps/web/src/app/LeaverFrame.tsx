import { Navigate, useRouterState } from '@tanstack/react-router';
import { Flex, Layout, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@fairmark/contracts/identity';
import { AccountMenu } from '../identity/AccountMenu.js';

const header = { position: 'sticky', top: 0, zIndex: 10, display: 'flex', alignItems: 'center', gap: 8, height: 56, lineHeight: 'normal', background: '#fff', padding: '0 16px', borderBlockEnd: '1px solid #e8eaee' } as const;

/** Whether a page belongs to what somebody who left may open: the result, and filing and following the appeal. */
const isOpen = (path: string, reviewId: string): boolean => path === `/reviews/${reviewId}` || path === `/reviews/${reviewId}/appeal` || /^\/appeals\/[^/]+$/.test(path);

/** The frame of a session that reaches one review: no navigation, no notices. Every other page, also one that a mail names, leads to the result. */
export function LeaverFrame({ session, reviewId, children }: { session: SessionView; reviewId: string; children: ReactNode }) {
  const { t } = useTranslation();
  // The page on screen, not the one on its way: else a page that is not theirs would be shown, and ask for its data, while they are led away from it.
  const path = useRouterState({ select: (state) => state.matches.at(-1)?.pathname ?? '' });
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Header style={header}>
        <Flex flex={1} align="center" gap={10}><img src="/icon.svg" alt="" width={26} height={26} /><Typography.Text strong style={{ fontSize: 18, whiteSpace: 'nowrap' }}>{t('product')}</Typography.Text></Flex>
        <AccountMenu session={session} />
      </Layout.Header>
      <Layout.Content style={{ padding: '16px 12px 32px', maxWidth: 960, width: '100%', minWidth: 0, marginInline: 'auto' }}>
        {isOpen(path, reviewId) ? children : <Navigate to="/reviews/$reviewId" params={{ reviewId }} replace />}
      </Layout.Content>
    </Layout>
  );
}
