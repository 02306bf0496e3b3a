import type { InboxBox } from '@fairmark/contracts/inbox';
import { Empty, Flex, Pagination, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.js';
import { QueryState } from '../ui/QueryState.js';
import { InboxCard } from './InboxCard.js';
import { useInbox } from './queries.js';

const BOXES: readonly InboxBox[] = ['waiting', 'started', 'done'];
const PAGE_SIZE = 20;

/** What waits for me, what I started, what I have done. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const [box, setBox] = useState<InboxBox>('waiting');
  const [page, setPage] = useState(1);
  const inbox = useInbox(box, page);
  const count = (one: InboxBox): string => (inbox.data ? ` (${inbox.data.counts[one]})` : '');
  return (
    <>
      <PageTitle title={t('title')} />
      <Tabs tabBarGutter={20} activeKey={box} onChange={(key) => { setBox(key as InboxBox); setPage(1); }} items={BOXES.map((key) => ({ key, label: `${t(`box.${key}`)}${count(key)}` }))} />
      <QueryState query={inbox} isEmpty={({ items }) => items.length === 0} empty={<Empty description={t(`empty.${box}`)} />}>
        {({ items, counts }) => (
          <Flex vertical gap={8}>
            {items.map((item) => <InboxCard key={item.id} item={item} box={box} />)}
            <Pagination current={page} pageSize={PAGE_SIZE} total={counts[box]} onChange={setPage} hideOnSinglePage showSizeChanger={false} />
          </Flex>
        )}
      </QueryState>
    </>
  );
}
