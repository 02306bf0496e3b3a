import type { VisitLine } from '@fairmark/contracts/reviews';
import { Timeline as AntTimeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { colon } from '../ui/punctuation.js';

/** Every stay in a step: what it waited for, who decided what and when, what was written beside it. */
export function Timeline({ visits }: { visits: readonly VisitLine[] }) {
  return <AntTimeline items={[...visits].reverse().map((visit) => ({ key: visit.id, color: visit.state === 'open' ? 'blue' : 'gray', content: <Line visit={visit} /> }))} />;
}

function Line({ visit }: { visit: VisitLine }) {
  const { t } = useTranslation();
  const zone = visit.dueZone ?? undefined;
  const names = visit.waitsFor.map(personName).join(t('listSeparator'));
  const facts = visit.state === 'open'
    ? [names ? t('inbox:waitingFor', { names }) : t('inbox:nobody'), t('time.since', { at: showInstant(visit.openedAt) }), visit.dueAt && t('time.due', { at: showInstant(visit.dueAt, zone) }), visit.dueProvisional && t('time.provisional'), visit.dueAt && t('inbox:atDeadline', { what: t(`steps:atDeadline.${visit.timeout}`) })]
    : [visit.closedBy && personName(visit.closedBy), visit.outcome && t(`steps:outcome.${visit.outcome}`, { defaultValue: t('steps:outcome.decided') }), visit.closedAt && showInstant(visit.closedAt)];
  return (
    <>
      <Typography.Text strong>{t(`steps:step.${visit.step}`)}{visit.no > 1 ? ` (${visit.no})` : ''}</Typography.Text>
      <div><Typography.Text type="secondary">{facts.filter(Boolean).join(' · ')}</Typography.Text></div>
      {visit.comments.map((comment) => <Typography.Paragraph key={comment.id} style={{ margin: '4px 0 0', whiteSpace: 'pre-wrap' }}>{personName(comment.author)}{colon()}{comment.body}</Typography.Paragraph>)}
    </>
  );
}
