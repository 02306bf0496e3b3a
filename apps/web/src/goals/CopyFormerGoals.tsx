import type { GoalProposal } from '@fairmark/contracts/goals';
import type { ReviewView } from '@fairmark/contracts/reviews';
import { Alert, Button, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormerGoals } from '../reviews/queries.js';

interface Props {
  review: ReviewView;
  form: FormInstance<GoalProposal>;
  onCopied: () => void;
}

/** Offers the goals of the last cycle and reminds of what the last interview agreed. */
export function CopyFormerGoals({ review, form, onCopied }: Props) {
  const { t } = useTranslation('goals');
  const former = useFormerGoals(review.id).data;
  if (!former?.reviewId) return null;
  const copy = () => {
    const items = (form.getFieldValue('items') as GoalProposal['items']).map((item) => ({ ...item, ...former.items.find((old) => old.itemId === item.itemId) }));
    form.setFieldsValue({ items, personalGoals: former.personalGoals.map((goal) => ({ ...goal, dueOn: review.periodEnd })) });
    onCopied();
  };
  const actions = former.developmentActions.map((action) => <li key={action.text}>{action.text} ({action.dueOn})</li>);
  return (
    <Alert
      type="info" style={{ marginBlockEnd: 16 }} title={t('former.title')} action={<Button size="small" onClick={copy}>{t('former.copy')}</Button>}
      description={actions.length > 0 ? <>{t('former.actions')}<ul style={{ margin: 0 }}>{actions}</ul></> : undefined}
    />
  );
}
