import type { ComposedItem, GoalDifference } from '@fairmark/contracts/goals';
import type { GoalState, ReviewView } from '@fairmark/contracts/reviews';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { showQuantity } from '../ui/quantity.js';
import { textOf } from '../ui/text.js';

/** What one state of the goals changes against the state before it, old and new value side by side. */
export function GoalDifferences({ review, goals }: { review: ReviewView; goals: GoalState }) {
  const { t } = useTranslation('goals');
  if (goals.differences.length === 0 || goals.source === 'proposal') return null;
  const items = (review.sheet?.blocks ?? []).flatMap((block) => block.items);
  const shown = (value: string | null, item: ComposedItem | undefined): string => (value === null ? '–' : showQuantity(value, item?.indicator?.unit));
  const line = (difference: GoalDifference): string => {
    switch (difference.kind) {
      case 'target': {
        const item = items.find((one) => one.itemId === difference.itemId);
        return t('difference.target', { name: item ? textOf(item.name) : difference.itemId, from: shown(difference.from, item), to: shown(difference.to, item) });
      }
      case 'goalAdded':
        return t('difference.added', { title: difference.after.title });
      case 'goalRemoved':
        return t('difference.removed', { title: difference.before.title });
      case 'goalChanged':
        return t('difference.changed', { title: difference.after.title });
    }
  };
  return <Alert type="info" title={t('difference.title')} description={<ul style={{ margin: 0, paddingInlineStart: 20 }}>{goals.differences.map((one, index) => <li key={index}>{line(one)}</li>)}</ul>} />;
}
