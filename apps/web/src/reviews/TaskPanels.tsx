import type { MyReviewTask, ReviewView } from '@fairmark/contracts/reviews';
import { Alert, Card, Flex, Skeleton, Typography } from 'antd';
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
    <Card title={<Title name={t(`steps:step.${task.step}`)} due={task.dueAt && t('time.due', { at: showInstant(task.dueAt) })} />}>
      {Panel ? <Suspense fallback={<Skeleton active />}><Panel review={review} task={task} /></Suspense> : <Alert type="info" title={t('reviews:noForm')} />}
    </Card>
  );
}

/** Beside each other where there is room, else below each other: antd would cut the name short. */
function Title({ name, due }: { name: string; due: string | null }) {
  return <Flex wrap justify="space-between" gap="0 12px" style={{ whiteSpace: 'normal' }}><span>{name}</span>{due && <Typography.Text type="secondary" style={{ fontWeight: 'normal' }}>{due}</Typography.Text>}</Flex>;
}
