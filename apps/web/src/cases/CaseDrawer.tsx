import { Descriptions, Drawer, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { ToneTag } from '../ui/ToneTag.js';
import { useCase } from './queries.js';

const text = (value: string): ReactNode => <span style={{ whiteSpace: 'pre-wrap' }}>{value}</span>;

/** One case, beside the page on which somebody decides. `acts`: what the reader may do with it. */
export function CaseDrawer({ id, onClose, acts }: { id: string | null; onClose: () => void; acts?: ReactNode }) {
  const { t } = useTranslation('cases');
  const query = useCase(id);
  return (
    <Drawer open={id !== null} onClose={onClose} size="large" title={query.data?.title ?? t('title')} extra={acts}>
      <QueryState query={query}>
        {(item) => (
          <Flex vertical gap={12}>
            <Flex wrap gap={4}><ToneTag tone="info">{t(`kind.${item.kind}`)}</ToneTag>{item.archived && <ToneTag tone="warn">{t('archived')}</ToneTag>}{item.tags.map((tag) => <ToneTag key={tag} tone="neutral">{tag}</ToneTag>)}</Flex>
            <Descriptions
              column={1} layout="vertical"
              items={[
                { key: 'situation', label: t('situation'), children: text(item.situation) }, { key: 'decision', label: t('decision'), children: text(item.decision) }, ...(item.lesson ? [{ key: 'lesson', label: t('lesson'), children: text(item.lesson) }] : []),
                { key: 'keeper', label: t('keeper'), children: personName(item.keeper) }, { key: 'reviewOn', label: t('reviewOn'), children: item.reviewOn },
              ]}
            />
          </Flex>
        )}
      </QueryState>
    </Drawer>
  );
}
