import { Button, Form, Input, InputNumber, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/** A collaborator's answer. It is shown without the name, and only when three people have answered. */
export function CollaboratorInputPanel({ task }: PanelProps) {
  const { t } = useTranslation('selfReview');
  const decision = useDecision({ visitId: task.visitId });
  return (
    <Form layout="vertical" onFinish={(body) => decision.mutate({ action: 'answer', body })}>
      <Typography.Paragraph type="secondary">{t('input.note')}</Typography.Paragraph>
      <Form.Item name="score" label={t('input.score')} rules={[{ required: true, message: t('common:field.required') }]}><InputNumber min={0} max={100} precision={0} /></Form.Item>
      <Form.Item name="text" label={t('common:field.comment')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={4_000} /></Form.Item>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Button type="primary" htmlType="submit" loading={decision.isPending}>{t('common:action.submit')}</Button>
    </Form>
  );
}
