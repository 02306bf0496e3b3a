import { Link } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { BufferSection } from './BufferSection.js';

/** The end result of an improvement buffer: the person reads it, or appeals. */
export function OutcomePanel({ review, task }: PanelProps) {
  const { t } = useTranslation('buffers');
  const decision = useDecision({ visitId: task.visitId });
  return (
    <>
      <BufferSection reviewId={review.id} />
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Flex wrap gap={8} style={{ marginBlockStart: 16 }}>
        <Button type="primary" loading={decision.isPending} onClick={() => decision.mutate({ action: 'acknowledge', body: {} })}>{t('acknowledge')}</Button>
        {task.actions.includes('appeal') && <Link to="/reviews/$reviewId/appeal" params={{ reviewId: review.id }}><Button danger>{t('results:acts.appeal')}</Button></Link>}
      </Flex>
    </>
  );
}
