import type { BufferView } from '@fairmark/contracts/buffers';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { Buffer } from './BufferSection.js';
import { useBuffer } from './queries.js';

const OUTCOMES = ['fulfilled', 'partly', 'not'] as const;

/** Manager and HR judge, the next-level manager signs one of their two judgements. */
export function JudgePanel({ review, task }: PanelProps) {
  return <QueryState query={useBuffer(review.id)}>{(buffer) => <><Buffer buffer={buffer} /><JudgeForm buffer={buffer} visitId={task.visitId} action={task.step === 'improvementSignature' ? 'sign' : 'judge'} /></>}</QueryState>;
}

function JudgeForm({ buffer, visitId, action }: { buffer: BufferView; visitId: string; action: 'judge' | 'sign' }) {
  const { t } = useTranslation('buffers');
  const decision = useDecision({ visitId });
  const judged = new Set(buffer.judgements.map((one) => one.outcome));
  const options = OUTCOMES.filter((outcome) => action === 'judge' || judged.has(outcome)).map((value) => ({ value, label: t(`outcome.${value}`) }));
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <Form layout="vertical" style={{ marginBlockStart: 16 }} onFinish={(body) => decision.mutate({ action, body })}>
      <Form.Item name="outcome" label={t('outcome.title')} rules={required}><Radio.Group options={options} /></Form.Item>
      <Form.Item name="reason" label={t('common:field.reason')} rules={required}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={10_000} /></Form.Item>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Button type="primary" htmlType="submit" loading={decision.isPending}>{t(action)}</Button>
    </Form>
  );
}
