import type { GoalChange, GoalProposal } from '@fairmark/contracts/goals';
import type { ReviewView } from '@fairmark/contracts/reviews';
import { Button, Flex, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { GoalFields } from './GoalFields.js';
import { cleaned, startValues } from './goalValues.js';

interface Props {
  review: ReviewView;
  busy: boolean;
  submitText: string;
  reasonText: string;
  onChange: (change: GoalChange) => void;
  onCancel?: () => void;
}

/** Goals with a reason that stays visible: an edit, a decision, or a change during the period. */
export function GoalChangeForm({ review, busy, submitText, reasonText, onChange, onCancel }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<GoalProposal>();
  const send = () => {
    const { reason, ...goals } = form.getFieldsValue(true) as GoalProposal & { reason: string };
    onChange({ ...cleaned(goals), reason });
  };
  return (
    <Form form={form} layout="vertical" initialValues={startValues(review)} onFinish={send}>
      <GoalFields review={review} form={form} />
      <Form.Item name="reason" label={reasonText} rules={[{ required: true, whitespace: true, message: t('field.required') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} /></Form.Item>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={busy}>{submitText}</Button>
        {onCancel && <Button onClick={onCancel}>{t('action.cancel')}</Button>}
      </Flex>
    </Form>
  );
}
