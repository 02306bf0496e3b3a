import type { MyReviewTask, ReviewView } from '@fairmark/contracts/reviews';
import { Alert, Card, Skeleton } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { panels } from './panels.js';

/** What the reader is asked to do in this review, each with its form. */
export function TaskPanels({ review }: { review: ReviewView }) {
  return <>{review.myTasks.map((task) => <TaskPanel key={task.visitId} review={review} task={task} />)}</>;
}

/** One task: its name, its deadline, and the form of its step. */
export function TaskPanel({ review, task }: { review: ReviewView; task: MyReviewTask }) {
  const { t } = useTranslation();
  const Panel = panels[task.step];
  return (
    <Card title={t(`steps:step.${task.step}`)} extra={task.dueAt ? t('time.due', { at: showInstant(task.dueAt) }) : null}>
      {Panel ? <Suspense fallback={<Skeleton active />}><Panel review={review} task={task} /></Suspense> : <Alert type="info" title={t('reviews:noForm')} />}
    </Card>
  );
}
