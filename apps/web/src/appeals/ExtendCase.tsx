import type { AppealView } from '@fairmark/contracts/appeals';
import type { Duration } from '@fairmark/contracts/common';
import { Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { DurationField } from '../approvals/designer/DurationField.js';
import { showInstant } from '../ui/format.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

interface Values {
  visitId: string;
  how: 'by' | 'to';
  by: Duration;
  to?: string;
  reason: string;
}

const DAYS: Duration = { n: 2, unit: 'workingDay' };

/** Moves the deadline of what the case waits for. */
export function ExtendCase({ appealId, waits, onClose }: { appealId: string; waits: AppealView['waits']; onClose: () => void }) {
  const { t } = useTranslation('appeals');
  const [form] = Form.useForm<Values>();
  const how = Form.useWatch('how', form) ?? 'by';
  const decision = useDecision({ kind: 'appeal', id: appealId });
  const send = (values: Values) => decision.mutate({ action: 'extend', body: { visitId: values.visitId, ...(values.how === 'to' ? { to: values.to } : { by: values.by }), reason: values.reason.trim() } }, { onSuccess: onClose });
  const required = [{ required: true, message: t('common:field.required') }];
  const options = waits.map(({ visitId, step, dueAt, dueZone }) => ({ value: visitId, label: `${t(`steps:step.${step}`)} · ${t('waits.until', { at: showInstant(String(dueAt), dueZone ?? undefined) })}` }));
  return (
    <Modal open title={t('hr.extend')} okText={t('common:action.confirm')} confirmLoading={decision.isPending} onOk={form.submit} onCancel={onClose}>
      {decision.isError && <ProblemAlert error={decision.error} />}
      <Form form={form} layout="vertical" initialValues={{ visitId: waits[0]?.visitId, how: 'by', by: DAYS }} onFinish={send}>
        <Form.Item name="visitId" label={t('hr.which')} rules={required}><Select options={options} /></Form.Item>
        <Form.Item name="how" label={t('cycles:move.how')}><Radio.Group options={(['by', 'to'] as const).map((value) => ({ value, label: t(`cycles:move.${value}`) }))} /></Form.Item>
        {how === 'by' ? <Form.Item name="by" label={t('cycles:move.length')}><By /></Form.Item> : <Form.Item name="to" label={t('cycles:move.day')} rules={required} extra={t('cycles:move.dayNote')}><Input type="date" /></Form.Item>}
        <Form.Item name="reason" label={t('cycles:acts.reason')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} /></Form.Item>
      </Form>
    </Modal>
  );
}

function By({ id, value = DAYS, onChange }: { id?: string; value?: Duration; onChange?: (value: Duration) => void }) {
  const { t } = useTranslation('cycles');
  return <DurationField {...(id ? { id } : {})} label={t('move.length')} value={value} onChange={(by) => onChange?.(by)} />;
}
