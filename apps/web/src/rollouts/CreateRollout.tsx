import type { RolloutCreated } from '@fairmark/contracts/rollouts';
import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { usePlans } from '../cycles/queries.js';
import { useDepartments } from '../org/queries.js';
import { PersonPicker } from '../ui/PersonPicker.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { nameOf } from '../ui/text.js';

interface Values {
  name: string;
  nameEn?: string;
  planCode: string;
  sponsor: string[];
  lead: string[];
  departmentIds: string[];
  startsOn: string;
}

/** A new rollout of a plan with the default phases; its steps are re-planned on its page. */
export function CreateRollout({ onClose, onCreated }: { onClose: () => void; onCreated: (rolloutId: string) => void }) {
  const { t } = useTranslation('rollouts');
  const [form] = Form.useForm<Values>();
  // One key for this form: pressing again after an unknown outcome creates no second rollout.
  const key = useRef(crypto.randomUUID());
  const plans = (usePlans().data?.plans ?? []).map((plan) => ({ value: plan.code, label: nameOf(plan) }));
  const departments = (useDepartments().data?.departments ?? []).map((one) => ({ value: one.id, label: nameOf(one) }));
  const create = useMutation({
    mutationFn: ({ sponsor, lead, nameEn, ...rest }: Values) => request<RolloutCreated>('POST', '/rollouts', { body: { ...rest, nameEn: nameEn?.trim() || null, sponsorId: sponsor[0], leadId: lead[0] }, idempotencyKey: key.current }),
    onSuccess: ({ id }) => onCreated(id),
  });
  const rules = [{ required: true, message: t('common:field.required') }];
  return (
    <Modal open title={t('create.open')} okText={t('create.submit')} confirmLoading={create.isPending} onOk={form.submit} onCancel={onClose}>
      {create.isError && <ProblemAlert error={create.error} />}
      <Form form={form} layout="vertical" onFinish={(values) => create.mutate(values)}>
        <Form.Item name="name" label={t('column.name')} rules={rules}><Input maxLength={200} /></Form.Item>
        <Form.Item name="nameEn" label={t('create.nameEn')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="planCode" label={t('create.plan')} rules={rules}><Select options={plans} /></Form.Item>
        <Form.Item name="sponsor" label={t('column.sponsor')} rules={rules}><PersonPicker max={1} /></Form.Item>
        <Form.Item name="lead" label={t('column.lead')} rules={rules}><PersonPicker max={1} /></Form.Item>
        <Form.Item name="departmentIds" label={t('create.departments')} rules={rules}><Select mode="multiple" options={departments} showSearch={{ optionFilterProp: 'label' }} /></Form.Item>
        <Form.Item name="startsOn" label={t('create.startsOn')} rules={rules}><Input type="date" /></Form.Item>
      </Form>
    </Modal>
  );
}
