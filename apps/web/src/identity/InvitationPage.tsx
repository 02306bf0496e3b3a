import { useMutation } from '@tanstack/react-query';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { showInstant } from '../ui/format.js';
import { nameOf } from '../ui/text.js';
import { EntryCard } from './EntryCard.js';
import { LinkGate } from './LinkGate.js';
import { PasswordForm } from './PasswordForm.js';
import { useLinkToken } from './useLink.js';

/** An invitation or a reset: the person sets a password and is signed in. */
export function InvitationPage() {
  const { t, i18n } = useTranslation('identity');
  const token = useLinkToken();
  const redeem = useMutation({
    mutationFn: (password: string) => request('POST', '/links/redeem', { body: { token, password, locale: i18n.language } }),
    onSuccess: () => window.location.assign('/inbox'),
  });
  return (
    <EntryCard title={t('invitation.title')}>
      <LinkGate token={token} purposes={['invite', 'reset']}>
        {({ name, nameEn, expiresAt }) => (
          <>
            <Typography.Paragraph>{name && t('invitation.hello', { name: nameOf({ name, nameEn }) })} {t('invitation.text', { at: showInstant(expiresAt) })}</Typography.Paragraph>
            <PasswordForm error={redeem.error} busy={redeem.isPending} onPassword={(password) => redeem.mutate(password)} />
          </>
        )}
      </LinkGate>
    </EntryCard>
  );
}
