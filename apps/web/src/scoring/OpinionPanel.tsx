import { Button, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/** A manager under whom the person worked for a short time gives an opinion, no points. */
export function OpinionPanel({ task }: PanelProps) {
  const { t } = useTranslation('scoring');
  const decision = useDecision({ visitId: task.visitId });
  return (
    <Form layout="vertical" onFinish={(body) => decision.mutate({ action: 'give', body })}>
      <Typography.Paragraph>{t('opinion.note')}</Typography.Paragraph>
      <Form.Item name="text" label={t('opinion.text')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={4_000} /></Form.Item>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Button type="primary" htmlType="submit" loading={decision.isPending}>{t('common:action.submit')}</Button>
    </Form>
  );
}
