import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Flex, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { showInstant } from '../ui/format.js';
import { nameOf } from '../ui/text.js';
import { EntryCard } from './EntryCard.js';
import { useOpenLink } from './session.js';
import { isDead, useLink, useLinkToken } from './useLink.js';

/** The link of somebody who left. It works once, so it is opened by a button: programs that follow the links of a mail do not press one. */
export function LeaverPage() {
  const { t } = useTranslation('identity');
  const token = useLinkToken();
  const link = useLink(token, ['leaver']);
  const open = useOpenLink();
  const navigate = useNavigate();
  const dead = isDead(link.error) || (open.isError && isDead(open.error));
  const start = () => open.mutate(token, { onSuccess: ({ reviewId }) => void navigate({ to: '/reviews/$reviewId', params: { reviewId: String(reviewId) } }) });
  return (
    <EntryCard title={t('leaver.title')}>
      {dead && <DeadLink token={token} />}
      {!dead && link.isPending && <Skeleton active aria-label={t('common:state.loading')} />}
      {!dead && link.isError && <ProblemAlert error={link.error} onRetry={() => void link.refetch()} />}
      {!dead && link.data && (
        <Flex vertical gap={12}>
          <Typography.Text>{link.data.name && t('invitation.hello', { name: nameOf({ name: link.data.name, nameEn: link.data.nameEn }) })} {t('leaver.text', { at: showInstant(link.data.expiresAt) })}</Typography.Text>
          {open.isError && <ProblemAlert error={open.error} />}
          <Button type="primary" size="large" block loading={open.isPending} onClick={start}>{t('leaver.open')}</Button>
        </Flex>
      )}
    </EntryCard>
  );
}

/** Used, expired, or nothing waits any more: another link goes to the same address. The answer does not tell whether one was sent. */
function DeadLink({ token }: { token: string }) {
  const { t } = useTranslation('identity');
  const renew = useMutation({ mutationFn: () => request('POST', '/links/renew', { body: { token } }) });
  if (renew.isSuccess) return <Alert type="success" showIcon role="status" title={t('leaver.sent')} description={t('leaver.sentNote')} />;
  return (
    <Flex vertical gap={12}>
      <Alert type="warning" showIcon role="alert" title={t('leaver.dead')} description={t('leaver.deadNote')} />
      {renew.isError && <ProblemAlert error={renew.error} />}
      {token !== '' && <Button type="primary" size="large" block loading={renew.isPending} onClick={() => renew.mutate()}>{t('leaver.renew')}</Button>}
    </Flex>
  );
}
