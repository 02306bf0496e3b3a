import type { ComposedBlock, ComposedItem, PersonalGoal } from '@fairmark/contracts/goals';
import type { GoalState, ReviewView } from '@fairmark/contracts/reviews';
import { Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { showBp } from '../ui/format.js';
import { colon } from '../ui/punctuation.js';
import { showQuantity } from '../ui/quantity.js';
import { textOf } from '../ui/text.js';
import { GoalDifferences } from './GoalDifferences.js';
import { latestGoals } from './goalValues.js';
import { ToneTag } from '../ui/ToneTag.js';

/** The sheet with the goals put forward last: weights, targets, flags, personal goals, and what changed against the state before. */
export function GoalSheet({ review }: { review: ReviewView }) {
  const { t } = useTranslation('goals');
  const goals = latestGoals(review);
  return (
    <Flex vertical gap={12}>
      {goals?.reason && <Typography.Paragraph style={{ margin: 0 }}>{t('common:field.reason')}{colon()}{goals.reason}</Typography.Paragraph>}
      {goals && <GoalDifferences review={review} goals={goals} />}
      {(review.sheet?.blocks ?? []).map((block) => <Block key={block.code} block={block} goals={goals} />)}
      {(goals?.personalGoals ?? []).map((goal) => <PersonalGoalCard key={goal.goalId} goal={goal} />)}
    </Flex>
  );
}

function Block({ block, goals }: { block: ComposedBlock; goals: GoalState | undefined }) {
  const { t } = useTranslation('goals');
  const proposal = (item: ComposedItem) => goals?.items.find((one) => one.itemId === item.itemId);
  const target = (item: ComposedItem): string => {
    const value = proposal(item)?.target ?? item.target;
    return value === null ? t('judged') : showQuantity(value, item.indicator?.unit);
  };
  const flagged = (item: ComposedItem): boolean => goals?.flags.some((flag) => flag.itemId === item.itemId) ?? false;
  return (
    <DataTable<ComposedItem>
      size="small" pagination={false} rowKey="itemId" dataSource={block.items}
      title={() => <Typography.Text strong>{textOf(block.name)} · {showBp(block.weightBp)}</Typography.Text>}
      columns={[
        { title: t('column.item'), render: (_, item) => textOf(item.name) },
        { title: t('column.weight'), dataIndex: 'weightBp', render: showBp, align: 'right', width: '22%' },
        {
          title: t('column.target'), align: 'right', width: '34%',
          render: (_, item) => (
            <>
              {target(item)}
              {flagged(item) && <><br /><ToneTag tone="warn">{t('flagged')}</ToneTag><Typography.Text type="secondary">{proposal(item)?.reason}</Typography.Text></>}
            </>
          ),
        },
      ]}
    />
  );
}

function PersonalGoalCard({ goal }: { goal: PersonalGoal }) {
  const { t } = useTranslation('goals');
  return (
    <Card size="small" title={goal.title} extra={<Tag>{t(`personal.kinds.${goal.kind}`)} · {showBp(goal.weightBp)}</Tag>}>
      <div>{t('personal.measure')}{colon()}{goal.measure}</div>
      <Typography.Text type="secondary">{t('personal.parent')}{colon()}{goal.parentGoal} · {goal.dueOn}</Typography.Text>
    </Card>
  );
}
