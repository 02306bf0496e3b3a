import type { ChangeView } from '@fairmark/contracts/changes';
import { useNavigate } from '@tanstack/react-router';
import { Card, Empty, Flex, Pagination, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../ui/QueryState.js';
import { ChangeFacts } from './ChangeFacts.js';
import { ChangeProgress } from './ChangeProgress.js';
import { changeTitle } from './changeTitle.js';
import { useChanges } from './queries.js';

/** Changes, newest first, with their state. */
export function ChangeCards() {
  const { t } = useTranslation('changes');
  const [page, setPage] = useState(1);
  return (
    <QueryState query={useChanges(page)} isEmpty={({ total }) => total === 0} empty={<Empty description={t('none')} />}>
      {({ changes, total }) => (
        <Flex vertical gap={8}>
          {changes.map((change) => <ChangeCard key={change.id} change={change} />)}
          <Pagination current={page} pageSize={20} total={total} onChange={setPage} hideOnSinglePage showSizeChanger={false} />
        </Flex>
      )}
    </QueryState>
  );
}

function ChangeCard({ change }: { change: ChangeView }) {
  const { t } = useTranslation('changes');
  const navigate = useNavigate();
  const open = () => void navigate({ to: '/changes/$changeId', params: { changeId: change.id } });
  return (
    <Card size="small" hoverable role="link" tabIndex={0} onClick={open} onKeyDown={(event) => event.key === 'Enter' && open()}>
      <Flex wrap justify="space-between" gap={8}><Typography.Text strong>{changeTitle(t, change)}</Typography.Text><ChangeProgress change={change} /></Flex>
      <ChangeFacts change={change} />
    </Card>
  );
}
