import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { GoalSheet } from './GoalSheet.js';

/** Goals that somebody else edited or drafted: the person agrees or objects. */
export function GoalAnswerPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('goals');
  const [objecting, setObjecting] = useState(false);
  const decision = useDecision({ visitId: task.visitId });
  return (
    <>
      <GoalSheet review={review} />
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Flex wrap gap={8} style={{ marginBlockStart: 16 }}>
        <Button type="primary" size="large" loading={decision.isPending} onClick={() => decision.mutate({ action: 'accept', body: {} })}>{t('agree')}</Button>
        <Button size="large" onClick={() => setObjecting(true)}>{t('object')}</Button>
      </Flex>
      <ReasonModal open={objecting} title={t('object')} busy={decision.isPending} onCancel={() => setObjecting(false)} onReason={(reason) => decision.mutate({ action: 'object', body: { reason } }, { onSettled: () => setObjecting(false) })} />
    </>
  );
}
