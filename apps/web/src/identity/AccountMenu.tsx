import { UserOutlined } from '@ant-design/icons';
import type { SessionView } from '@fairmark/contracts/identity';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLocale, useSignOut } from './session.js';
import { personName } from '../ui/PersonName.js';

/** Name, language, account and sign-out at the top right. A session of somebody who left has no account page: there is no password. */
export function AccountMenu({ session }: { session: SessionView }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  const items = [
    ...(session.reviewId === null ? [{ key: 'account', label: t('identity:account.title'), onClick: () => void navigate({ to: '/account' }) }] : []),
    { key: 'locale', label: t(`language.${other}`), onClick: () => void chooseLocale(other) },
    { key: 'out', label: t('action.signOut'), onClick: () => signOut.mutate() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" icon={<UserOutlined />} style={{ minWidth: 0, paddingInline: 8 }}><span style={{ overflow: 'hidden', textOverflow: 'ellipsis', maxWidth: '32vw' }}>{personName(session.person)}</span></Button>
    </Dropdown>
  );
}
