import type { CycleView, PreviewDeadlineMove } from '@fairmark/contracts/cycles';
import { Alert, Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { Labelled } from '../ui/Labelled.js';
import { PagedList } from '../ui/PagedList.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { DeadlineMoves } from './DeadlineMoves.js';
import { moveBody, type MoveValues } from './moveBody.js';
import { MoveFields } from './MoveFields.js';
import { MoveItem } from './MoveItem.js';
import { useMovePreview } from './queries.js';

/** HR moves the deadlines of a step or of everything: who it is, what becomes of each, and why. Earlier moves stand below with the result of each. */
export function MoveDeadlines({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation('cycles');
  const [form] = Form.useForm<MoveValues>();
  const [asked, setAsked] = useState<PreviewDeadlineMove | null>(null);
  const [reason, setReason] = useState('');
  const preview = useMovePreview(cycle.id);
  const decision = useDecision({ kind: 'cycle', id: cycle.id });
  // What was shown counts for what was asked only.
  const forget = () => {
    setAsked(null);
    decision.reset();
  };
  const ask = (values: MoveValues) => {
    const body = moveBody(values);
    preview.mutate(body, { onSuccess: () => setAsked(body) });
  };
  const apply = () => asked && decision.mutate({ action: 'extend', body: { ...asked, reason: reason.trim() } }, { onSuccess: () => setAsked(null) });
  const found = asked && preview.data;
  return (
    <Card title={t('move.title')}>
      <Form form={form} layout="vertical" initialValues={{ whom: 'all', how: 'by' }} onValuesChange={forget} onFinish={ask}>
        <MoveFields cycle={cycle} form={form} />
        {preview.isError && <ProblemAlert error={preview.error} />}
        <Button type={found ? 'default' : 'primary'} htmlType="submit" loading={preview.isPending}>{t('move.show')}</Button>
      </Form>
      {found && (
        <Flex vertical gap={8} style={{ marginBlockStart: 16 }}>
          <Alert type={found.secondPersonNeeded ? 'warning' : 'info'} showIcon title={t('move.counts', { moving: found.moving, people: found.people, skipped: found.skipped })} description={found.secondPersonNeeded ? t('move.secondPerson') : undefined} />
          <PagedList items={found.items} pageSize={10} render={(item) => <MoveItem key={item.visitId} item={item} />} />
          {found.moving + found.skipped > found.items.length && <Typography.Text type="secondary">{t('move.first', { shown: found.items.length, count: found.moving + found.skipped })}</Typography.Text>}
          <Labelled label={t('acts.reason')}>{(id) => <Input.TextArea id={id} value={reason} maxLength={2_000} autoSize={{ minRows: 2 }} onChange={({ target }) => setReason(target.value)} />}</Labelled>
          <div><Button type="primary" disabled={reason.trim() === '' || found.moving === 0} loading={decision.isPending} onClick={apply}>{t(found.secondPersonNeeded ? 'move.ask' : 'move.apply')}</Button></div>
        </Flex>
      )}
      {decision.isError && <ProblemAlert error={decision.error} onRetry={apply} />}
      {decision.isSuccess && <Alert type="success" showIcon title={t(decision.data.outcome === 'awaitingSecondPerson' ? 'acts.requested' : 'move.done')} style={{ marginBlockStart: 12 }} />}
      <DeadlineMoves cycleId={cycle.id} />
    </Card>
  );
}
