import type { InboxBox } from '@fairmark/contracts/inbox';
import { Button, Checkbox, Empty, Flex, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.js';
import { QueryState } from '../ui/QueryState.js';
import { Sections } from '../ui/Sections.js';
import { BulkActs } from './BulkActs.js';
import { mayChoose } from './bulk.js';
import { InboxCard } from './InboxCard.js';
import { useInbox } from './queries.js';

const BOXES: readonly InboxBox[] = ['waiting', 'started', 'done', 'copied'];
const PAGE_SIZE = 20;

/** What waits for me, what I started, what I have done, what I was sent a copy of. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const [box, setBox] = useState<InboxBox>('waiting');
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const inbox = useInbox(box, page);
  const count = (one: InboxBox): string => (inbox.data ? ` (${inbox.data.counts[one]})` : '');
  const show = (next: InboxBox, no: number) => {
    setBox(next);
    setPage(no);
    setChosen((present) => (present && next === box ? [] : null));
  };
  const several = (inbox.data?.items ?? []).filter((item) => mayChoose(item, box)).length > 1;
  return (
    <>
      <PageTitle title={t('title')}>{(several || chosen) && <Button onClick={() => setChosen(chosen ? null : [])}>{t(chosen ? 'bulk.stop' : 'bulk.start')}</Button>}</PageTitle>
      <Sections chosen={box} onChoose={(key) => show(key as InboxBox, 1)} sections={BOXES.map((key) => ({ key, label: `${t(`box.${key}`)}${count(key)}`, content: null }))} />
      <QueryState query={inbox} isEmpty={({ items }) => items.length === 0} empty={<Empty description={t(`empty.${box}`)} />}>
        {({ items, counts }) => (
          <Flex vertical gap={8}>
            {items.map((item) => (
              <Flex key={item.id} gap={8} align="center">
                {chosen && <Checkbox aria-label={t('bulk.choose', { name: item.subject?.name ?? t(`steps:step.${item.step}`) })} disabled={!mayChoose(item, box)} checked={chosen.includes(item.visitId ?? '')} onChange={({ target }) => setChosen(target.checked ? [...chosen, item.visitId ?? ''] : chosen.filter((id) => id !== item.visitId))} />}
                <div style={{ flex: 1, minWidth: 0 }}><InboxCard item={item} box={box} /></div>
              </Flex>
            ))}
            <Pagination current={page} pageSize={PAGE_SIZE} total={counts[box]} onChange={(no) => show(box, no)} hideOnSinglePage showSizeChanger={false} />
          </Flex>
        )}
      </QueryState>
      {chosen && <BulkActs box={box} items={inbox.data?.items ?? []} chosen={chosen} onChoose={setChosen} />}
    </>
  );
}
