import { Button, Form, Input, Radio, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ScoreSection } from './ScoreSection.js';

/** Too much is missing: HR and the department head decide whether the person is rated all the same. */
export function RatabilityPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('scoring');
  const decision = useDecision({ visitId: task.visitId });
  return (
    <>
      <Typography.Paragraph>{t('ratability.note')}</Typography.Paragraph>
      <ScoreSection reviewId={review.id} />
      <Form layout="vertical" onFinish={(body) => decision.mutate({ action: 'decide', body })}>
        <Form.Item name="decision" rules={[{ required: true, message: t('common:field.required') }]}><Radio.Group options={(['rate', 'notRated'] as const).map((value) => ({ value, label: t(`ratability.${value}`) }))} /></Form.Item>
        <Form.Item name="reason" label={t('common:field.reason')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} /></Form.Item>
        {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
        <Button type="primary" htmlType="submit" loading={decision.isPending}>{t('common:action.submit')}</Button>
      </Form>
    </>
  );
}
