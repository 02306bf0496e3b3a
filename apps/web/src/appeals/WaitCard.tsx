import type { AppealView } from '@fairmark/contracts/appeals';
import { Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { colon } from '../ui/punctuation.js';

/** What the case waits for, since when, and what happens at the deadline. */
export function WaitCard({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals');
  if (appeal.waits.length === 0) return null;
  return (
    <Card size="small" title={t('waits.title')}>
      <Flex vertical gap={8}>
        {appeal.waits.map((wait, index) => (
          <div key={index}>
            <Typography.Text strong>{t(`steps:step.${wait.step}`)}</Typography.Text>
            {wait.people.length > 0 && `${colon()}${wait.people.map(personName).join(t('common:listSeparator'))}`}
            <div><Typography.Text type="secondary">{t('waits.since', { at: showInstant(wait.since) })}{wait.dueAt && ` · ${t('waits.until', { at: showInstant(wait.dueAt, wait.dueZone ?? undefined) })} · ${t(`waits.then.${wait.atDeadline}`)}`}</Typography.Text></div>
          </div>
        ))}
      </Flex>
    </Card>
  );
}
