import type { LinkView } from '@fairmark/contracts/identity';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { nameOf } from '../ui/text.js';
import { QueryState } from '../ui/QueryState.js';
import { EntryCard } from './EntryCard.js';
import { PasswordForm } from './PasswordForm.js';

/** The token of a one-time link stands behind `#`: it is never sent to a server in an address. */
export function useLinkToken(): string {
  const [token] = useState(() => window.location.hash.slice(1));
  return token;
}

/** An invitation or a reset: the person sets a password and is signed in. */
export function InvitationPage() {
  const { t, i18n } = useTranslation('identity');
  const token = useLinkToken();
  const link = useQuery({ queryKey: ['link', token], queryFn: () => request<LinkView>('POST', '/links/inspect', { body: { token } }), retry: false });
  const redeem = useMutation({
    mutationFn: (password: string) => request('POST', '/links/redeem', { body: { token, password, locale: i18n.language } }),
    onSuccess: () => window.location.assign('/inbox'),
  });
  return (
    <EntryCard title={t('invitation.title')}>
      <QueryState query={link}>
        {(view) => (
          <>
            <Typography.Paragraph>{view.name && t('invitation.hello', { name: nameOf({ name: view.name, nameEn: view.nameEn }) })} {t('invitation.text')}</Typography.Paragraph>
            <PasswordForm error={redeem.error} busy={redeem.isPending} onPassword={(password) => redeem.mutate(password)} />
          </>
        )}
      </QueryState>
    </EntryCard>
  );
}
