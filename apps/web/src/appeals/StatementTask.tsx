import { Button, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { PapersField, usePaperIds } from './PapersField.js';
import type { TaskProps } from './TaskCards.js';

/** The manager states the facts, once. */
export function StatementTask({ appeal, task }: TaskProps) {
  const { t } = useTranslation('appeals');
  const decision = useDecision({ visitId: task.visitId });
  const paperIds = usePaperIds(appeal.reviewId);
  return (
    <Form layout="vertical" onFinish={({ text }: { text: string }) => decision.mutate({ action: 'give', body: { text, paperIds } })}>
      <Typography.Paragraph>{t('statement.note')}</Typography.Paragraph>
      <Form.Item name="text" label={t('statement.title')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 4 }} maxLength={10_000} /></Form.Item>
      <PapersField reviewId={appeal.reviewId} />
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Button type="primary" htmlType="submit" loading={decision.isPending}>{t('statement.send')}</Button>
    </Form>
  );
}
