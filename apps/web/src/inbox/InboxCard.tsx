import type { InboxBox, InboxItem } from '@fairmark/contracts/inbox';
import { useNavigate } from '@tanstack/react-router';
import { Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { nameOf } from '../ui/text.js';
import { ToneTag } from '../ui/ToneTag.js';
import { Deadline } from './Deadline.js';

/** One matter: what it is about, since when it waits, until when, what happens then. */
export function InboxCard({ item, box }: { item: InboxItem; box: InboxBox }) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const open = () => void navigate({ to: item.link as '/inbox' });
  const names = item.waitingFor.map(personName).join(t('common:listSeparator'));
  return (
    <Card size="small" hoverable role="link" tabIndex={0} onClick={open} onKeyDown={(event) => event.key === 'Enter' && open()}>
      <Flex wrap justify="space-between" gap={8}>
        <Typography.Text strong>{t(`steps:step.${item.step}`)}{item.subject ? ` · ${personName(item.subject)}` : ''}</Typography.Text>
        <span>{item.onBehalfOf && <ToneTag tone="mark">{t('delegations:inbox.for', { name: personName(item.onBehalfOf) })}</ToneTag>}<ToneTag tone="neutral">{t(`steps:kind.${item.kind}`)}</ToneTag></span>
      </Flex>
      <Typography.Text type="secondary">
        {[item.cycle && nameOf(item.cycle), item.why && box === 'waiting' && t(`steps:why.${item.why}`, { defaultValue: '' }), box === 'done' && item.decidedAt ? `${t(`steps:outcome.${item.decision}`, { defaultValue: t('steps:outcome.decided') })} ${showInstant(item.decidedAt)}` : t('common:time.since', { at: showInstant(item.since) })].filter(Boolean).join(' · ')}
      </Typography.Text>
      {item.standIns.length > 0 && <div><Typography.Text type="secondary">{t('delegations:inbox.standIns', { names: item.standIns.map(personName).join(t('common:listSeparator')) })}</Typography.Text></div>}
      {item.decidedBy && <div><Typography.Text type="secondary">{t('delegations:inbox.decidedBy', { name: personName(item.decidedBy) })}</Typography.Text></div>}
      {box === 'started' && <div><Typography.Text>{names ? t('waitingFor', { names }) : t('nobody')}</Typography.Text></div>}
      {box !== 'done' && box !== 'copied' && item.dueAt && <Deadline dueAt={item.dueAt} zone={item.zone} provisional={item.provisional} atDeadline={item.atDeadline} />}
    </Card>
  );
}
