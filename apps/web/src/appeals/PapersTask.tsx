import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { PapersField, usePaperIds } from './PapersField.js';
import type { TaskProps } from './TaskCards.js';

/** The person answers the one request for papers. */
export function PapersTask({ appeal, task }: TaskProps) {
  const { t } = useTranslation('appeals');
  const decision = useDecision({ visitId: task.visitId });
  const paperIds = usePaperIds(appeal.reviewId);
  return (
    <Form layout="vertical" onFinish={({ text }: { text?: string }) => decision.mutate({ action: 'submit', body: { paperIds, ...(text ? { text } : {}) } })}>
      <PapersField reviewId={appeal.reviewId} />
      <Form.Item name="text" label={t('papers.answer')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={10_000} /></Form.Item>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Button type="primary" htmlType="submit" disabled={paperIds.length === 0} loading={decision.isPending}>{t('papers.submit')}</Button>
    </Form>
  );
}
