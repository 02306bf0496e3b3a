import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { GoalChangeForm } from './GoalChangeForm.js';
import { GoalSheet } from './GoalSheet.js';

/** After two rounds without agreement the next-level manager decides, having read both sides. Recorded as decided, not as agreed. */
export function GoalArbitrationPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('goals');
  const decision = useDecision({ visitId: task.visitId });
  return (
    <>
      <Typography.Paragraph>{t('arbitration')}</Typography.Paragraph>
      <GoalSheet review={review} />
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <GoalChangeForm review={review} busy={decision.isPending} submitText={t('decide')} reasonText={t('common:field.reason')} onChange={(body) => decision.mutate({ action: 'decide', body })} />
    </>
  );
}
