import type { ReviewView } from '@fairmark/contracts/reviews';
import { Button, Card, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/** Notes of check-ins during the period; both sides write and read them. */
export function CheckIns({ review }: { review: ReviewView }) {
  const { t } = useTranslation('goals');
  const [form] = Form.useForm<{ note: string }>();
  const decision = useDecision({ kind: 'review', id: review.id });
  const mayWrite = review.processActions.includes('checkIn');
  if (review.checkIns.length === 0 && !mayWrite) return null;
  return (
    <Card title={t('checkIn.title')} size="small">
      {review.checkIns.map((line) => (
        <Typography.Paragraph key={line.id} style={{ whiteSpace: 'pre-wrap' }}>
          <Typography.Text type="secondary">{personName(line.author)} · {showInstant(line.createdAt)}</Typography.Text><br />{line.note}
        </Typography.Paragraph>
      ))}
      {mayWrite && (
        <Form form={form} onFinish={(body) => decision.mutate({ action: 'checkIn', body }, { onSuccess: () => form.resetFields() })}>
          <Form.Item name="note" rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={4_000} aria-label={t('checkIn.placeholder')} placeholder={t('checkIn.placeholder')} /></Form.Item>
          {decision.isError && <ProblemAlert error={decision.error} onRetry={form.submit} />}
          <Button htmlType="submit" loading={decision.isPending}>{t('checkIn.add')}</Button>
        </Form>
      )}
    </Card>
  );
}
