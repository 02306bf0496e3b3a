import type { ReviewView } from '@fairmark/contracts/reviews';
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { CheckIns } from './CheckIns.js';
import { GoalChangeForm } from './GoalChangeForm.js';
import { GoalSheet } from './GoalSheet.js';
import { ToneTag } from '../ui/ToneTag.js';

/** The goals as they stand, the way to change them in the period, and the notes of check-ins. */
export function GoalsSection({ review }: { review: ReviewView }) {
  const { t } = useTranslation('goals');
  const [changing, setChanging] = useState(false);
  const decision = useDecision({ kind: 'review', id: review.id });
  const mayChange = review.processActions.includes('requestGoalChange') && (review.changeRoom?.open ?? false);
  return (
    <Flex vertical gap={16}>
      {review.goalsOutcome && <div><ToneTag tone="good">{t(`outcome.${review.goalsOutcome}`)}</ToneTag></div>}
      <GoalSheet review={review} />
      {review.changeRoom && <Typography.Text type="secondary">{t('change.room', { count: review.changeRoom.left, lastDay: review.changeRoom.lastDay })}</Typography.Text>}
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      {mayChange && !changing && <div><Button onClick={() => setChanging(true)}>{t('change.ask')}</Button></div>}
      {mayChange && changing && (
        <Card title={t('change.ask')}>
          <GoalChangeForm
            review={review} busy={decision.isPending} submitText={t('change.send')} reasonText={t('change.reason')} onCancel={() => setChanging(false)}
            onChange={(body) => decision.mutate({ action: 'requestGoalChange', body }, { onSuccess: () => setChanging(false) })}
          />
        </Card>
      )}
      {review.sections.includes('checkIns') && <CheckIns review={review} />}
    </Flex>
  );
}
