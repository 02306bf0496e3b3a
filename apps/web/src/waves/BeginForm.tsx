import type { BeginWave } from '@fairmark/contracts/waves';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

type Written = Pick<BeginWave, 'regions' | 'order' | 'reason'>;

const ORDERS = ['learning', 'risk', 'resources'] as const;

/** Regions of a wave, and why it comes at this place in the order. */
export function BeginForm({ visitId }: { visitId: string }) {
  const { t } = useTranslation('waves');
  const decision = useDecision({ visitId });
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <Form layout="vertical" style={{ maxWidth: 560 }} onFinish={(written: Written) => decision.mutate({ action: 'begin', body: { ...written } })}>
      {decision.isError && <ProblemAlert error={decision.error} />}
      <Form.Item name="regions" label={t('field.regions')} rules={required}><Select mode="tags" tokenSeparators={[',', '\uff0c']} open={false} /></Form.Item>
      <Form.Item name="order" label={t('field.order')} rules={required}><Select options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))} /></Form.Item>
      <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={1_000} /></Form.Item>
      <Button type="primary" htmlType="submit" loading={decision.isPending}>{t('act.begin')}</Button>
    </Form>
  );
}
