import type { RolloutView } from '@fairmark/contracts/rollouts';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { textOf } from '../ui/text.js';

interface Values {
  stepId: string;
  days?: number;
  reason: string;
}

/** Makes a step longer or shorter, or leaves it out, with a reason. */
export function StepActs({ rollout }: { rollout: RolloutView }) {
  const { t } = useTranslation('rollouts');
  const [form] = Form.useForm<Values>();
  const decision = useDecision({ kind: 'rollout', id: rollout.id });
  if (!rollout.acts.includes('replan')) return null;
  const open = rollout.steps.filter((step) => step.state === 'open' || step.state === 'planned').map((step) => ({ value: step.id, label: `${textOf(step.title)} (${step.days})` }));
  const rules = [{ required: true, message: t('common:field.required') }];
  // Without a length the step is left out.
  const send = ({ stepId, days, reason }: Values) => decision.mutate(days ? { action: 'replan', body: { stepId, days, reason } } : { action: 'skip', body: { stepId, reason } }, { onSuccess: () => form.resetFields() });
  return (
    <Form form={form} layout="vertical" onFinish={send} style={{ maxWidth: 480 }}>
      {decision.isError && <ProblemAlert error={decision.error} />}
      <Form.Item name="stepId" label={t('step')} rules={rules}><Select options={open} /></Form.Item>
      <Form.Item name="days" label={t('days')} extra={t('daysNote')}><InputNumber min={1} max={1_000} precision={0} /></Form.Item>
      <Form.Item name="reason" label={t('common:field.reason')} rules={rules}><Input.TextArea autoSize maxLength={1_000} /></Form.Item>
      <Button htmlType="submit" loading={decision.isPending}>{t('act.replan')}</Button>
    </Form>
  );
}
