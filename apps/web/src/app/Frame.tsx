import { Link, useRouterState } from '@tanstack/react-router';
import { Button, Drawer, Grid, Layout, Menu, Typography } from 'antd';
import { MenuOutlined } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@fairmark/contracts/identity';
import { AccountMenu } from '../identity/AccountMenu.js';
import { NoticeBell } from '../notices/NoticeBell.js';
import { navigationFor } from './navigation.js';

/** The frame around every page: navigation at the side, in a drawer on narrow screens. */
export function Frame({ session, children }: { session: SessionView; children: ReactNode }) {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [drawer, setDrawer] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const entries = navigationFor(session);
  const selected = entries.filter((entry) => path.startsWith(entry.path)).map((entry) => entry.path);
  const items = entries.map((entry) => ({ key: entry.path, label: <Link to={entry.path}>{t(`nav.${entry.text}`)}</Link> }));
  const menu = <Menu mode="inline" selectedKeys={selected} items={items} onClick={() => setDrawer(false)} style={{ borderInlineEnd: 0 }} />;
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Header style={{ display: 'flex', alignItems: 'center', gap: 12, background: '#fff', padding: '0 16px', borderBlockEnd: '1px solid #eee' }}>
        {!wide && <Button icon={<MenuOutlined />} aria-label={t('nav.more')} onClick={() => setDrawer(true)} />}
        <Typography.Text strong style={{ fontSize: 18, flex: 1 }}>{t('product')}</Typography.Text>
        <NoticeBell />
        <AccountMenu session={session} />
      </Layout.Header>
      <Layout>
        {wide && <Layout.Sider width={200} theme="light">{menu}</Layout.Sider>}
        <Drawer open={!wide && drawer} onClose={() => setDrawer(false)} placement="left" size={240} styles={{ body: { padding: 0 } }}>{menu}</Drawer>
        <Layout.Content style={{ padding: wide ? 24 : 12, maxWidth: 1280, width: '100%' }}>{children}</Layout.Content>
      </Layout>
    </Layout>
  );
}
