import { Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../ui/QueryState.js';
import { ToneTag } from '../ui/ToneTag.js';
import { CaseDrawer } from './CaseDrawer.js';
import { useSimilarCases } from './queries.js';

/** What was decided before about something like this: offered wherever somebody decides. `text`: what the decision is about, without anything personal. */
export function SimilarCases({ text }: { text: string }) {
  const { t } = useTranslation('cases');
  const [open, setOpen] = useState<string | null>(null);
  const query = useSimilarCases(text);
  if (text.trim() === '') return null;
  return (
    <Card size="small" title={t('similar')}>
      <QueryState query={query} isEmpty={({ cases }) => cases.length === 0} empty={<Typography.Text type="secondary">{t('similarNone')}</Typography.Text>}>
        {({ cases }) => (
          <Flex vertical gap={8}>
            {cases.map((item) => (
              <div key={item.id}>
                <Typography.Link onClick={() => setOpen(item.id)}>{item.title}</Typography.Link> <ToneTag tone="neutral">{t(`kind.${item.kind}`)}</ToneTag>
                {item.lesson && <div><Typography.Text type="secondary">{item.lesson}</Typography.Text></div>}
              </div>
            ))}
          </Flex>
        )}
      </QueryState>
      <CaseDrawer id={open} onClose={() => setOpen(null)} />
    </Card>
  );
}
