import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { InterviewCard } from './InterviewCard.js';
import { useResult } from './queries.js';

/** The employee confirms that the interview was held. This is not acceptance of the result. */
export function InterviewConfirmationPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('results');
  const decision = useDecision({ visitId: task.visitId });
  return (
    <>
      <QueryState query={useResult(review.id)}>{(result) => result.interview && <InterviewCard interview={result.interview} />}</QueryState>
      <Form layout="vertical" style={{ marginBlockStart: 12 }} onFinish={({ comment }: { comment?: string }) => decision.mutate({ action: 'confirm', body: { comment: comment ?? '' } })}>
        <Form.Item name="comment" label={t('common:field.comment')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={10_000} /></Form.Item>
        {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
        <Button type="primary" htmlType="submit" loading={decision.isPending}>{t('interview.confirm')}</Button>
      </Form>
    </>
  );
}
