import type { NoticeView } from '@fairmark/contracts/inbox';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Badge, Button, Card, Empty, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { useNotices } from '../inbox/queries.js';
import { showInstant } from '../ui/format.js';
import { PageTitle } from '../ui/PageTitle.js';
import { QueryState } from '../ui/QueryState.js';
import { noticeText } from './noticeText.js';

/** Notices, newest first; opening one marks it as read. */
export function NoticesPage() {
  const { t } = useTranslation('notices');
  const client = useQueryClient();
  const navigate = useNavigate();
  const markRead = useMutation({ mutationFn: (ids?: string[]) => request('POST', '/notices/read', { body: ids ? { ids } : {} }), onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }) });
  const open = (notice: NoticeView) => {
    if (!notice.readAt) markRead.mutate([notice.id]);
    void navigate({ to: notice.link as '/inbox' });
  };
  return (
    <>
      <PageTitle title={t('title')}><Button onClick={() => markRead.mutate(undefined)} loading={markRead.isPending}>{t('allRead')}</Button></PageTitle>
      <QueryState query={useNotices()} isEmpty={({ items }) => items.length === 0} empty={<Empty description={t('none')} />}>
        {({ items }) => (
          <Flex vertical gap={8}>
            {items.map((notice) => (
              <Card key={notice.id} size="small" hoverable role="link" tabIndex={0} onClick={() => open(notice)} onKeyDown={(event) => event.key === 'Enter' && open(notice)}>
                <Badge dot={!notice.readAt} offset={[6, 4]}><Typography.Text strong={!notice.readAt}>{noticeText(t, notice.kind)}</Typography.Text></Badge>
                <div><Typography.Text type="secondary">{showInstant(notice.createdAt)}</Typography.Text></div>
              </Card>
            ))}
          </Flex>
        )}
      </QueryState>
    </>
  );
}
