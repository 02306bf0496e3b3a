import type { ChangePreview, ConcernedTask } from '@fairmark/contracts/changes';
import { Link } from '@tanstack/react-router';
import { Alert, Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { PagedList } from '../ui/PagedList.js';
import { personName } from '../ui/PersonName.js';
import { ToneTag } from '../ui/ToneTag.js';
import { ConcernedReviews } from './ConcernedReviews.js';
import { PolicyWords } from './PolicyWords.js';

const tone = { moves: 'info', stays: 'neutral', ends: 'warn', appoints: 'warn' } as const;

/** What a change will do: how many people and tasks, and of each task what becomes of it and why. */
export function PreviewCard({ preview }: { preview: ChangePreview }) {
  const { t } = useTranslation('changes');
  const { people, tasks, lines, reviews, delegations, cyclesToJoin } = preview;
  // The policies of processes in which nothing happens would only distract.
  const concerned = new Set([...lines.map(({ process }) => process), ...(reviews.length > 0 ? (['review'] as const) : [])]);
  const counts = [t('preview.people', { count: people }), t('preview.tasks', { count: tasks })].join(t('common:listSeparator'));
  return (
    <Card title={t('preview.title')}>
      <Flex vertical gap={12}>
        <Alert type={people + tasks > 0 ? 'warning' : 'success'} showIcon title={people + tasks > 0 ? t('preview.concerned', { counts }) : t('preview.nobody')} description={concerned.size > 0 ? <PolicyWords policies={preview.policies} of={concerned} /> : undefined} />
        {delegations > 0 && <Typography.Text>{t('preview.delegations', { count: delegations })}</Typography.Text>}
        {cyclesToJoin.length > 0 && <div>{t('preview.join')}{cyclesToJoin.map((cycle) => <Link key={cycle.id} to="/cycles/$cycleId" params={{ cycleId: cycle.id }} style={{ marginInlineStart: 8 }}>{cycle.name}</Link>)}</div>}
        {lines.length > 0 && <PagedList items={lines} render={(task) => <Task key={`${task.visitId} ${task.from.id}`} task={task} />} />}
        {tasks > lines.length && <Typography.Text type="secondary">{t('preview.first', { shown: lines.length, count: tasks })}</Typography.Text>}
        {reviews.length > 0 && <ConcernedReviews reviews={reviews} />}
      </Flex>
    </Card>
  );
}

function Task({ task }: { task: ConcernedTask }) {
  const { t } = useTranslation('changes');
  const title = [t(`steps:step.${task.step}`), task.subject && personName(task.subject)].filter(Boolean).join(' · ');
  const from = personName(task.from);
  const what = task.to ? t('outcome.movesTo', { from, to: personName(task.to) }) : t(`outcome.${task.outcome}`, { from });
  return (
    <FactLine
      title={<>{title} <ToneTag tone={tone[task.outcome]}>{t(`outcomeTag.${task.outcome}`)}</ToneTag></>}
      facts={[what, task.why && t('because', { why: t(`steps:why.${task.why}`, { defaultValue: task.why }) }), t('byPolicy', { process: t(`steps:kind.${task.process}`), policy: t(`policy.${task.policy}`) })]}
    />
  );
}
