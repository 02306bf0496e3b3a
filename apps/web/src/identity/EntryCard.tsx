import { Card, Flex, Segmented, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLocale, type AppLocale } from '../i18n/index.js';

/** The card of all pages before sign-in, with the choice of language. */
export function EntryCard({ title, children }: { title: string; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const languages = (['zh-CN', 'en'] as const).map((locale) => ({ value: locale, label: t(`language.${locale}`) }));
  return (
    <Flex vertical align="center" gap={16} style={{ minHeight: '100vh', padding: '12vh 16px 16px', background: '#f5f7fa' }}>
      <Typography.Title level={2} style={{ margin: 0 }}>{t('product')}</Typography.Title>
      <Typography.Text type="secondary">{t('tagline')}</Typography.Text>
      <Card title={title} style={{ width: '100%', maxWidth: 400 }}>{children}</Card>
      <Segmented<AppLocale> value={i18n.language as AppLocale} options={languages} onChange={(locale) => void switchLocale(locale)} />
    </Flex>
  );
}
