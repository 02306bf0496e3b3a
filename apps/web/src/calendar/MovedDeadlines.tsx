import type { CalendarPreview, MovedDeadline } from '@fairmark/contracts/calendar';
import { Alert, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { showInstant } from '../ui/format.js';
import { PagedList } from '../ui/PagedList.js';
import { personName } from '../ui/PersonName.js';

/** Running deadlines that a change moves. */
export function MovedDeadlines({ preview }: { preview: CalendarPreview }) {
  const { t } = useTranslation('calendar');
  const { deadlines, later, earlier, kept, people } = preview;
  const moving = later + earlier;
  const counts = [t('preview.later', { count: later }), earlier > 0 && t('preview.earlier', { count: earlier }), kept > 0 && t('preview.kept', { count: kept })].filter(Boolean).join(t('common:listSeparator'));
  return (
    <Flex vertical gap={8}>
      <Alert type={moving > 0 ? 'warning' : 'success'} showIcon title={moving > 0 ? t('preview.moving', { moving, people }) : t('preview.none')} description={moving + kept > 0 ? counts : undefined} />
      <PagedList items={deadlines} pageSize={8} render={(one) => <Line key={one.visitId} one={one} />} />
      {moving > deadlines.length && <Typography.Text type="secondary">{t('preview.first', { shown: deadlines.length, count: moving })}</Typography.Text>}
    </Flex>
  );
}

function Line({ one }: { one: MovedDeadline }) {
  const { t } = useTranslation('calendar');
  const title = [t(`steps:step.${one.step}`), one.subject && personName(one.subject)].filter(Boolean).join(' · ');
  const move = `${showInstant(one.from, one.zone)} → ${showInstant(one.to, one.zone)}`;
  return <FactLine title={title} facts={[move, one.person && t('preview.countedFor', { name: personName(one.person) }), one.earlier && t('preview.isEarlier'), one.provisional && t('common:time.provisionalShort')]} />;
}
