import type { Criterion, RolloutView } from '@fairmark/contracts/rollouts';
import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/** Says what was delivered, or accepts it. The five reviews bring theirs about themselves. */
export function DeliverableActs({ rollout, criterion }: { rollout: RolloutView; criterion: Criterion }) {
  const { t } = useTranslation('rollouts');
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ achieved?: number; reference?: string }>();
  const decision = useDecision({ kind: 'rollout', id: rollout.id });
  const { key } = criterion;
  if (key === 'fiveReviews') return null;
  return (
    <>
      {rollout.acts.includes('recordDeliverable') && <Button size="small" onClick={() => setOpen(true)}>{t('act.recordDeliverable')}</Button>}
      {rollout.acts.includes('acceptDeliverable') && criterion.met !== true && <Button size="small" loading={decision.isPending} onClick={() => decision.mutate({ action: 'acceptDeliverable', body: { key, accepted: true } })}>{t('act.acceptDeliverable')}</Button>}
      {decision.isError && <ProblemAlert error={decision.error} />}
      <Modal open={open} title={t('act.recordDeliverable')} okText={t('common:action.confirm')} confirmLoading={decision.isPending} onOk={form.submit} onCancel={() => setOpen(false)} destroyOnHidden>
        <Form form={form} layout="vertical" onFinish={({ achieved, reference }) => decision.mutate({ action: 'recordDeliverable', body: { key, achieved: achieved ?? null, reference: reference?.trim() ?? '' } }, { onSuccess: () => setOpen(false) })}>
          {criterion.wanted !== null && <Form.Item name="achieved" label={t('achieved', { wanted: criterion.wanted })}><InputNumber min={0} max={1_000_000} precision={0} /></Form.Item>}
          <Form.Item name="reference" label={t('reference')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} /></Form.Item>
        </Form>
      </Modal>
    </>
  );
}
