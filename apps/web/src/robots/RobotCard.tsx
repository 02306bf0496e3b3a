import type { RobotChannelView } from '@fairmark/contracts/robots';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Popconfirm, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { nameOf } from '../ui/text.js';
import { ToneTag } from '../ui/ToneTag.js';

const tone = { off: 'neutral', failing: 'bad', well: 'good', unused: 'info' } as const;

/** `failing`: the last message did not arrive. */
function stateOf({ enabled, failure, lastSentAt }: RobotChannelView): keyof typeof tone {
  if (!enabled) return 'off';
  return failure ? 'failing' : lastSentAt ? 'well' : 'unused';
}

/** One robot with its acts: try it out, switch it off. */
export function RobotCard({ channel }: { channel: RobotChannelView }) {
  const { t } = useTranslation('robots');
  const client = useQueryClient();
  const settled = { onSettled: () => client.invalidateQueries({ queryKey: ['robots'] }) };
  const act = useMutation({ mutationFn: (name: 'test' | 'disable') => request('POST', `/robots/${channel.id}/${name}`), ...settled });
  const facts = [
    channel.department ? t('department', { name: nameOf(channel.department) }) : t('company'), t(`rhythm.${channel.rhythm}`), t(channel.signed ? 'signed' : 'unsigned'), t('madeBy', { name: personName(channel.createdBy), at: showInstant(channel.createdAt) }),
    channel.lastSentAt && t('lastSent', { at: showInstant(channel.lastSentAt) }),
  ];
  return (
    <Card size="small">
      <Flex wrap justify="space-between" gap={8}>
        <Typography.Text strong>{t(`vendor.${channel.kind}`)} · {channel.name}</Typography.Text>
        <ToneTag tone={tone[stateOf(channel)]}>{t(`state.${stateOf(channel)}`)}</ToneTag>
      </Flex>
      <div>{channel.processKinds.map((kind) => <ToneTag key={kind} tone="neutral">{t(`steps:kind.${kind}`)}</ToneTag>)}</div>
      <Typography.Text type="secondary">{facts.filter(Boolean).join(' · ')}</Typography.Text>
      {channel.failure && channel.failedAt && <div><Typography.Text type="danger">{t('failure', { code: channel.failure, at: showInstant(channel.failedAt) })}</Typography.Text></div>}
      {act.isError && <ProblemAlert error={act.error} />}
      {act.isSuccess && act.variables === 'test' && <div role="status"><Typography.Text type="secondary">{t('tested')}</Typography.Text></div>}
      {channel.enabled && (
        <Flex wrap justify="flex-end" gap={8}>
          <Button size="small" loading={act.isPending} onClick={() => act.mutate('test')}>{t('test')}</Button>
          <Popconfirm title={t('disableTitle')} okText={t('disable')} onConfirm={() => act.mutate('disable')}><Button size="small" danger>{t('disable')}</Button></Popconfirm>
        </Flex>
      )}
    </Card>
  );
}
