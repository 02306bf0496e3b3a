import type { ApprovalView } from '@fairmark/contracts/approvals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { useSession } from '../../identity/session.js';

/** 已阅 of a copy, also when the case has ended and offers nothing more. */
export function MarkCopyRead({ view }: { view: ApprovalView }) {
  const { t } = useTranslation('approvals');
  const client = useQueryClient();
  const me = useSession().data?.person.id;
  const mark = useMutation({ mutationFn: () => request('POST', `/approvals/${view.id}/read`), onSettled: () => client.invalidateQueries() });
  const unread = view.nodes.some((node) => node.people.some((part) => part.person.id === me && part.state === 'copied' && part.readAt === null));
  const offered = view.offers.some((offer) => offer.operators.includes('read'));
  if (!unread || offered) return null;
  return <Button loading={mark.isPending} onClick={() => mark.mutate()}>{t('operator.read')}</Button>;
}
