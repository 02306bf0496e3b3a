import type { LinkView } from '@fairmark/contracts/identity';
import { Button, Flex, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { isDead, useLink, type LinkPurpose } from './useLink.js';

interface Props {
  token: string;
  purposes: readonly LinkPurpose[];
  children: (link: LinkView) => ReactNode;
}

/** Whoever opens a used or expired link learns it at once, and where to go on, instead of filling in a form in vain. */
export function LinkGate({ token, purposes, children }: Props) {
  const { t } = useTranslation('identity');
  const link = useLink(token, purposes);
  if (link.data) return <>{children(link.data)}</>;
  if (link.isPending) return <Skeleton active aria-label={t('common:state.loading')} />;
  if (!isDead(link.error)) return <ProblemAlert error={link.error} onRetry={() => void link.refetch()} />;
  return (
    <Flex vertical gap={12}>
      <ProblemAlert error={link.error} />
      <Button type="primary" block href="/sign-in">{t('invitation.toSignIn')}</Button>
      {purposes.includes('reset') && <Button block href="/reset">{t('invitation.newLink')}</Button>}
    </Flex>
  );
}
