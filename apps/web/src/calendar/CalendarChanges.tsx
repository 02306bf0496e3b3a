import type { CalendarChangeView } from '@fairmark/contracts/calendar';
import { Card, Empty, Flex, Pagination, Typography } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { ToneTag } from '../ui/ToneTag.js';
import { useCalendarChanges } from './queries.js';

/** Changes of calendars, newest first: what, why, and how many deadlines moved. */
export function CalendarChanges() {
  const { t } = useTranslation('calendar');
  const [page, setPage] = useState(1);
  return (
    <QueryState query={useCalendarChanges(page)} isEmpty={({ total }) => total === 0} empty={<Empty description={t('changes.none')} />}>
      {({ changes, total }) => (
        <Flex vertical gap={8}>
          {changes.map((one) => <Change key={one.id} one={one} />)}
          <Pagination current={page} pageSize={20} total={total} onChange={setPage} hideOnSinglePage showSizeChanger={false} />
        </Flex>
      )}
    </QueryState>
  );
}

function Change({ one }: { one: CalendarChangeView }) {
  const { t } = useTranslation('calendar');
  return (
    <Card size="small">
      <Flex wrap justify="space-between" gap={8}>
        <Typography.Text strong>{[whatText(t, one.change), one.person && personName(one.person)].filter(Boolean).join(' · ')}</Typography.Text>
        <Flex wrap gap={4}><ToneTag tone={one.state === 'applied' ? 'good' : 'warn'}>{t(`changes.state.${one.state}`)}</ToneTag><ToneTag tone="neutral">{t('changes.moved', { count: one.moved })}</ToneTag></Flex>
      </Flex>
      <div>{one.reason}</div>
      <Typography.Text type="secondary">{[t('changes.madeBy', { name: personName(one.madeBy), at: showInstant(one.madeAt) }), one.alsoEarlier && t('changes.alsoEarlier')].filter(Boolean).join(' · ')}</Typography.Text>
    </Card>
  );
}

function whatText(t: TFunction<'calendar'>, change: CalendarChangeView['change']): string {
  const country = 'country' in change ? t(`countries.${change.country}`, { defaultValue: change.country }) : '';
  switch (change.kind) {
    case 'companyDay': return [country, t(change.working ? 'changes.what.working' : 'changes.what.off', { day: change.day }), change.name].filter(Boolean).join(' · ');
    case 'companyDayRemoved': return [country, t('changes.what.removed', { day: change.day })].join(' · ');
    case 'yearAnnounced': return [country, t('changes.what.year', { year: change.year, count: change.days.length })].join(' · ');
    case 'leaveRecorded': return t('changes.what.leave', { from: change.validFrom, to: change.validTo });
    case 'leaveRemoved': return t('changes.what.leaveRemoved', { from: change.validFrom });
    default: return t('changes.what.zone', { zone: change.zone });
  }
}
