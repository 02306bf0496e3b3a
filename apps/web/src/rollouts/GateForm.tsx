import type { VisitView } from '@fairmark/contracts/inbox';
import { Button, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { SimilarCases } from '../cases/SimilarCases.js';
import { PersonPicker } from '../ui/PersonPicker.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

interface Values {
  say: 'approve' | 'object' | 'changes' | 'extend' | 'hold' | 'back' | 'terminate';
  comment?: string;
  condition?: string;
  owner?: string[];
}

/** Approves have an optional comment and may carry a condition; whatever else is said needs its reason. */
function bodyOf({ say, comment, condition, owner }: Values): { action: string; body: unknown } {
  const text = comment?.trim() ?? '';
  if (say === 'approve') return { action: 'approve', body: { ...(text ? { comment: text } : {}), conditions: condition?.trim() && owner?.[0] ? [{ text: condition.trim(), ownerId: owner[0] }] : [] } };
  return say === 'object' ? { action: 'object', body: { comment: text } } : { action: 'reject', body: { decision: say, comment: text } };
}

/** What somebody says at a gate. The last node decides; the worker refuses a decision of anybody else. */
export function GateForm({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('rollouts');
  const [form] = Form.useForm<Values>();
  const say = Form.useWatch('say', form) ?? 'approve';
  const decision = useDecision({ visitId: visit.id });
  const choices = (['approve', 'object', 'changes', 'extend', 'hold', 'back', 'terminate'] as const).map((value) => ({ value, label: t(`say.${value}`) }));
  const required = [{ required: true, whitespace: true, message: t('common:field.required') }];
  return (
    <Form form={form} layout="vertical" initialValues={{ say: 'approve' }} style={{ maxWidth: 560 }} onFinish={(values) => decision.mutate(bodyOf(values))}>
      {decision.isError && <ProblemAlert error={decision.error} />}
      <Form.Item name="say" label={t('yourOpinion')} extra={t('lastDecides')}><Select options={choices} /></Form.Item>
      <Form.Item name="comment" label={t('field.comment')} rules={say === 'approve' ? [] : required}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={1_000} /></Form.Item>
      {say === 'approve' && <Form.Item name="condition" label={t('field.condition')}><Input maxLength={1_000} /></Form.Item>}
      {say === 'approve' && <Form.Item name="owner" label={t('field.owner')}><PersonPicker max={1} /></Form.Item>}
      <SimilarCases text={t('similarText')} />
      <Flex><Button type="primary" htmlType="submit" loading={decision.isPending}>{t('common:action.confirm')}</Button></Flex>
    </Form>
  );
}
