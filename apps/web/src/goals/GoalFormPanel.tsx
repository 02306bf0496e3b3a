import type { GoalProposal } from '@fairmark/contracts/goals';
import { Button, Flex, Form, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { DraftNote } from '../ui/DraftNote.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { useDraft } from '../ui/useDraft.js';
import { CopyFormerGoals } from './CopyFormerGoals.js';
import { GoalFields } from './GoalFields.js';
import { cleaned, startValues } from './goalValues.js';
import { RewardPreview } from './RewardPreview.js';

/** Proposing one's goals, or drafting them for somebody who proposed none. */
export function GoalFormPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('goals');
  const [form] = Form.useForm<GoalProposal>();
  const draft = useDraft<GoalProposal>('visit', task.visitId);
  const decision = useDecision({ visitId: task.visitId });
  if (draft.initial === undefined) return <Skeleton active />;
  return (
    <Form
      form={form} layout="vertical" initialValues={draft.initial ?? startValues(review)}
      onValuesChange={() => draft.save(form.getFieldsValue(true) as GoalProposal)}
      onFinish={() => decision.mutate({ action: 'submit', body: cleaned(form.getFieldsValue(true) as GoalProposal) })}
    >
      {review.rewardPreview && <RewardPreview lines={review.rewardPreview} />}
      <CopyFormerGoals review={review} form={form} onCopied={() => draft.save(form.getFieldsValue(true) as GoalProposal)} />
      <GoalFields review={review} form={form} />
      {decision.isError && <ProblemAlert error={decision.error} onRetry={form.submit} />}
      <Flex align="center" gap={12} style={{ marginBlockStart: 16 }}>
        <Button type="primary" htmlType="submit" loading={decision.isPending}>{t('submit')}</Button>
        <DraftNote state={draft.state} />
      </Flex>
    </Form>
  );
}
