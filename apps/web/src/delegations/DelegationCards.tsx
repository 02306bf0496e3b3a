import type { DelegationView } from '@fairmark/contracts/delegations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Empty, Flex, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { useSession } from '../identity/session.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ToneTag } from '../ui/ToneTag.js';

const tone = { upcoming: 'info', running: 'good', over: 'neutral', ended: 'neutral' } as const;

/** Who stands in for whom, from when to when, in which kinds of process. */
export function DelegationCards({ delegations, none }: { delegations: readonly DelegationView[]; none: 'given' | 'received' | 'all' }) {
  const { t } = useTranslation('delegations');
  if (delegations.length === 0) return <Empty description={t(`none.${none}`)} />;
  return <Flex vertical gap={8}>{delegations.map((one) => <DelegationCard key={one.id} one={one} />)}</Flex>;
}

function DelegationCard({ one }: { one: DelegationView }) {
  const { t } = useTranslation('delegations');
  const [ending, setEnding] = useState(false);
  const facts = [one.byHr && t('byHr', { name: personName(one.madeBy) }), one.state === 'running' && t('openTasks', { count: one.openTasks }), one.endedAt && one.endedBy && t('ended', { name: personName(one.endedBy), at: showInstant(one.endedAt, one.zone) }), one.endReason];
  return (
    <Card size="small">
      <Flex wrap justify="space-between" gap={8}>
        <Typography.Text strong>{t('to', { delegator: personName(one.delegator), delegate: personName(one.delegate) })}</Typography.Text>
        <ToneTag tone={tone[one.state]}>{t(`state.${one.state}`)}</ToneTag>
      </Flex>
      <div>{t('period', { from: showInstant(one.from, one.zone), to: showInstant(one.to, one.zone) })} <Typography.Text type="secondary">{t('zone', { zone: one.zone })}</Typography.Text></div>
      <div>{one.kinds.map((kind) => <ToneTag key={kind} tone="neutral">{t(`steps:kind.${kind}`)}</ToneTag>)} {one.reason}</div>
      <Flex wrap justify="space-between" align="center" gap={8}>
        <Typography.Text type="secondary">{facts.filter(Boolean).join(' · ')}</Typography.Text>
        {one.mayEnd && <Button size="small" danger onClick={() => setEnding(true)}>{t('end')}</Button>}
      </Flex>
      {ending && <EndModal one={one} onClose={() => setEnding(false)} />}
    </Card>
  );
}

function EndModal({ one, onClose }: { one: DelegationView; onClose: () => void }) {
  const { t } = useTranslation('delegations');
  const client = useQueryClient();
  const me = useSession().data?.person.id;
  const [reason, setReason] = useState('');
  const end = useMutation({ mutationFn: () => request('POST', `/delegations/${one.id}/end`, { body: { reason } }), onSuccess: onClose, onSettled: () => client.invalidateQueries() });
  return (
    <Modal open title={t('endTitle')} okText={t(one.delegate.id === me ? 'decline' : 'end')} okButtonProps={{ danger: true }} confirmLoading={end.isPending} onOk={() => end.mutate()} onCancel={onClose}>
      <Flex vertical gap={8}>
        {end.isError && <ProblemAlert error={end.error} />}
        <Typography.Text>{t('endNote')}</Typography.Text>
        <Input.TextArea aria-label={t('endReason')} placeholder={t('endReason')} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} autoSize={{ minRows: 2 }} />
      </Flex>
    </Modal>
  );
}
