import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { VisitOperators } from '../approvals/case/VisitOperators.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { GoalChangeForm } from './GoalChangeForm.js';
import { GoalSheet } from './GoalSheet.js';

/** The manager approves, edits with a reason, or returns with a reason. */
export function GoalApprovalPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('goals');
  const [mode, setMode] = useState<'look' | 'edit' | 'return'>('look');
  const decision = useDecision({ visitId: task.visitId });
  const offers = (action: string): boolean => task.actions.includes(action);
  return (
    <>
      {mode === 'edit'
        ? <GoalChangeForm review={review} busy={decision.isPending} submitText={t('editSubmit')} reasonText={t('editReason')} onChange={(body) => decision.mutate({ action: 'edit', body })} onCancel={() => setMode('look')} />
        : <GoalSheet review={review} />}
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      {mode !== 'edit' && (
        <VisitOperators visitId={task.visitId} own={offers('edit') ? [{ key: 'edit', label: t('edit'), onClick: () => setMode('edit') }] : []}>
          <Flex wrap gap={8} style={{ marginBlockStart: 16 }}>
            {offers('approve') && <Button type="primary" size="large" loading={decision.isPending} onClick={() => decision.mutate({ action: 'approve', body: {} })}>{t('approve')}</Button>}
            {offers('edit') && <Button size="large" onClick={() => setMode('edit')}>{t('edit')}</Button>}
            {offers('return') && <Button size="large" danger onClick={() => setMode('return')}>{t('return')}</Button>}
          </Flex>
        </VisitOperators>
      )}
      <ReasonModal open={mode === 'return'} title={t('return')} busy={decision.isPending} onCancel={() => setMode('look')} onReason={(reason) => decision.mutate({ action: 'return', body: { reason } }, { onSettled: () => setMode('look') })} />
    </>
  );
}
