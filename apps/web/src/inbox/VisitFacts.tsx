import type { VisitView } from '@fairmark/contracts/inbox';
import { Card, Descriptions, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { inBrackets } from '../ui/punctuation.js';
import { Deadline } from './Deadline.js';

/** What it waits for, since when, whom and why, what happens at the deadline, and earlier visits of the step. */
export function VisitFacts({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('inbox');
  const people = visit.people.map(({ person, why, state }) => (
    <span key={person.id} style={{ whiteSpace: 'nowrap' }}>{personName(person)}{inBrackets(t(`steps:why.${why}`, { defaultValue: why }))}{state !== 'open' && <Tag>{t(`taskState.${state}`)}</Tag>}</span>
  ));
  const items = [
    { key: 'since', label: t('since'), children: showInstant(visit.since) },
    { key: 'who', label: t('who'), children: people.length > 0 ? <Flex wrap gap="0 12px">{people}</Flex> : t('nobody') },
    ...(visit.dueAt && visit.state === 'open' ? [{ key: 'due', label: t('deadline'), children: <Deadline dueAt={visit.dueAt} zone={visit.zone} provisional={visit.provisional} atDeadline={visit.atDeadline} /> }] : []),
    ...(visit.remindAt && visit.state === 'open' ? [{ key: 'remind', label: t('remindAt'), children: showInstant(visit.remindAt) }] : []),
    ...(visit.downtimeSeconds > 0 ? [{ key: 'down', label: t('downtime'), children: t('downtimeMinutes', { minutes: Math.round(visit.downtimeSeconds / 60) }) }] : []),
    ...visit.history.map((one) => ({ key: one.id, label: t('earlier', { no: one.no }), children: one.decided ? `${one.decided.by ? personName(one.decided.by) : ''} ${t(`steps:outcome.${one.decided.outcome}`, { defaultValue: t('steps:outcome.decided') })} ${showInstant(one.decided.at)}` : showInstant(one.openedAt) })),
  ];
  return <Card size="small"><Descriptions size="small" column={1} items={items} /></Card>;
}
