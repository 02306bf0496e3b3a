import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { VisitOperators } from '../approvals/case/VisitOperators.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { GoalSheet } from './GoalSheet.js';

/** A change of goals during the period is approved, or refused with a reason. */
export function GoalChangeApprovalPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('goals');
  const [refusing, setRefusing] = useState(false);
  const decision = useDecision({ visitId: task.visitId });
  return (
    <>
      <GoalSheet review={review} />
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <VisitOperators visitId={task.visitId}>
        <Flex wrap gap={8} style={{ marginBlockStart: 16 }}>
          <Button type="primary" size="large" loading={decision.isPending} onClick={() => decision.mutate({ action: 'approve', body: {} })}>{t('approve')}</Button>
          <Button size="large" danger onClick={() => setRefusing(true)}>{t('reject')}</Button>
        </Flex>
      </VisitOperators>
      <ReasonModal open={refusing} title={t('reject')} busy={decision.isPending} onCancel={() => setRefusing(false)} onReason={(reason) => decision.mutate({ action: 'reject', body: { reason } }, { onSettled: () => setRefusing(false) })} />
    </>
  );
}
