import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { BufferSection } from './BufferSection.js';

/** The manager records one of the company's check-ins. */
export function CheckInPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('buffers');
  const [form] = Form.useForm();
  const decision = useDecision({ visitId: task.visitId });
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <>
      <BufferSection reviewId={review.id} />
      <Form form={form} layout="vertical" style={{ marginBlockStart: 16 }} onFinish={(body) => decision.mutate({ action: 'checkIn', body }, { onSuccess: () => form.resetFields() })}>
        <Form.Item name="heldOn" label={t('heldOn')} rules={required}><Input type="date" style={{ maxWidth: 200 }} /></Form.Item>
        <Form.Item name="note" label={t('note')} rules={required}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={10_000} /></Form.Item>
        {decision.isError && <ProblemAlert error={decision.error} onRetry={form.submit} />}
        <Button type="primary" htmlType="submit" loading={decision.isPending}>{t('record')}</Button>
      </Form>
    </>
  );
}
