import { Link, useRouterState } from '@tanstack/react-router';
import { Button, Drawer, Flex, Grid, Layout, Menu, Typography } from 'antd';
import { MenuOutlined } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@fairmark/contracts/identity';
import { AccountMenu } from '../identity/AccountMenu.js';
import { NoticeBell } from '../notices/NoticeBell.js';
import { navigationFor } from './navigation.js';

const HEADER_PX = 56;
const header = { position: 'sticky', top: 0, zIndex: 10, display: 'flex', alignItems: 'center', gap: 8, height: HEADER_PX, lineHeight: 'normal', background: '#fff', padding: '0 16px', borderBlockEnd: '1px solid #e8eaee' } as const;
const sider = { position: 'sticky', top: HEADER_PX, height: `calc(100vh - ${HEADER_PX}px)`, overflow: 'auto', borderInlineEnd: '1px solid #e8eaee', paddingBlock: 8 } as const;

/** The frame around every page: navigation at the side, in a drawer on narrow screens. */
export function Frame({ session, children }: { session: SessionView; children: ReactNode }) {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [drawer, setDrawer] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const entries = navigationFor(session);
  const selected = entries.filter((entry) => path.startsWith(entry.path)).map((entry) => entry.path);
  const items = entries.map(({ path: to, text, Icon }) => ({ key: to, icon: <Icon />, label: <Link to={to} search={to === '/issues' ? { from: path } : {}}>{t(`nav.${text}`)}</Link> }));
  const menu = <nav aria-label={t('nav.pages')}><Menu mode="inline" selectedKeys={selected} items={items} onClick={() => setDrawer(false)} style={{ borderInlineEnd: 0 }} /></nav>;
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Header style={header}>
        {!wide && <Button type="text" icon={<MenuOutlined />} aria-label={t('nav.more')} onClick={() => setDrawer(true)} />}
        <Flex flex={1} align="center" gap={10}><img src="/icon.svg" alt="" width={26} height={26} /><Typography.Text strong style={{ fontSize: 18, whiteSpace: 'nowrap' }}>{t('product')}</Typography.Text></Flex>
        <NoticeBell />
        <AccountMenu session={session} />
      </Layout.Header>
      <Layout>
        {wide && <Layout.Sider width={208} theme="light" style={sider}>{menu}</Layout.Sider>}
        <Drawer open={!wide && drawer} onClose={() => setDrawer(false)} placement="left" size={264} title={t('product')} styles={{ body: { padding: '8px 0' } }}>{menu}</Drawer>
        <Layout.Content style={{ padding: wide ? '24px 32px 48px' : '16px 12px 32px', maxWidth: 1240, width: '100%', minWidth: 0 }}>{children}</Layout.Content>
      </Layout>
    </Layout>
  );
}
