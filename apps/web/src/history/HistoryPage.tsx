import type { HistoryKind, HistoryView } from '@fairmark/contracts/history';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Card, Empty, Flex, Input } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../identity/session.js';
import { instantOf, showInstant } from '../ui/format.js';
import { Labelled } from '../ui/Labelled.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { ToneTag } from '../ui/ToneTag.js';
import { HistoryEntries } from './HistoryEntries.js';
import { HistoryVisits } from './HistoryVisits.js';
import { useHistory } from './queries.js';

/** The state of a review on a date. */
export function ReviewHistoryPage() {
  const { t } = useTranslation('history');
  const { reviewId } = useParams({ strict: false }) as { reviewId: string };
  return <AsOf kind="review" id={reviewId} back={<Link to="/reviews/$reviewId" params={{ reviewId }}><Button>{t('back.review')}</Button></Link>} />;
}

/** The state of an approval on a date. */
export function ApprovalHistoryPage() {
  const { t } = useTranslation('history');
  const { approvalId } = useParams({ strict: false }) as { approvalId: string };
  return <AsOf kind="approval" id={approvalId} back={<Link to="/approvals/$approvalId" params={{ approvalId }}><Button>{t('back.approval')}</Button></Link>} />;
}

const FORMAT = 'YYYY-MM-DDTHH:mm';
/** The next minute where the reader is: what has just happened belongs to it. */
const clockIn = (zone: string | undefined): string => (zone ? dayjs().tz(zone) : dayjs()).add(1, 'minute').format(FORMAT);

function AsOf({ kind, id, back }: { kind: HistoryKind; id: string; back: ReactNode }) {
  const { t } = useTranslation('history');
  const zone = useSession().data?.zone;
  const [typed, setTyped] = useState(() => clockIn(zone));
  const [last, setLast] = useState(typed);
  const choose = (value: string) => {
    setTyped(value);
    if (dayjs(value, FORMAT).isValid()) setLast(value);
  };
  const query = useHistory(kind, id, instantOf(dayjs(last), zone));
  return (
    <Flex vertical gap={16}>
      <PageTitle title={query.data?.subject ? `${t('title')} · ${personName(query.data.subject)}` : t('title')} note={t('note')}>{back}</PageTitle>
      <div style={{ maxWidth: 320 }}><Labelled label={t('at')} note={zone && t('common:time.zone', { zone })}>{(field) => <Input id={field} type="datetime-local" value={typed} onChange={({ target }) => choose(target.value)} />}</Labelled></div>
      <QueryState query={query}>{(view) => <State view={view} />}</QueryState>
    </Flex>
  );
}

const tone = { notYet: 'neutral', open: 'info', closed: 'good' } as const;

function State({ view }: { view: HistoryView }) {
  const { t } = useTranslation('history');
  const { state, phase, outcome, visits, entries } = view;
  return (
    <>
      <Card size="small" title={t('stateAt', { at: showInstant(view.at) })}>
        <Flex wrap gap={4}><ToneTag tone={tone[state]}>{t(`state.${state}`)}</ToneTag>{phase && phase !== 'closed' && <ToneTag tone="neutral">{t(`steps:phase.${phase}`, { defaultValue: phase })}</ToneTag>}{outcome && <ToneTag tone="neutral">{t(`steps:outcome.${outcome}`, { defaultValue: t('steps:outcome.decided') })}</ToneTag>}</Flex>
        <HistoryVisits visits={visits} />
        {state === 'open' && visits.length === 0 && <div>{t('nothingWaited')}</div>}
      </Card>
      <Card size="small" title={t('entries')}>{entries.length === 0 ? <Empty description={t('noEntries')} /> : <HistoryEntries entries={entries} />}</Card>
    </>
  );
}
