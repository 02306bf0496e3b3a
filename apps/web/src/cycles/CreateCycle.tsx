import type { CycleCreated } from '@fairmark/contracts/cycles';
import { useMutation } from '@tanstack/react-query';
import { Flex, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { nameOf } from '../ui/text.js';
import { usePlans } from './queries.js';
import { ScheduleFields } from './ScheduleFields.js';
import { scheduleOf, type CycleForm } from './schedule.js';

const everybody = { departmentIds: [], positions: [], regions: [], communityTypes: [], employeeIds: [], exclude: [] };

/** Name, plan version, period and dates of a new cycle; who takes part is chosen on its page. */
export function CreateCycle({ onClose, onCreated }: { onClose: () => void; onCreated: (cycleId: string) => void }) {
  const { t } = useTranslation('cycles');
  const [form] = Form.useForm<CycleForm>();
  const plans = usePlans();
  const create = useMutation({
    mutationFn: ({ zh, en, planVersionId, periodStart, periodEnd, ...dates }: CycleForm) =>
      request<CycleCreated>('POST', '/cycles', { body: { name: { zh, ...(en ? { en } : {}) }, planVersionId, periodStart, periodEnd, population: everybody, schedule: scheduleOf(dates) } }),
    onSuccess: ({ id }) => onCreated(id),
  });
  const versions = (plans.data?.plans ?? []).flatMap((plan) => plan.versions.filter((one) => one.usable && one.state !== 'retired').map((one) => ({ value: one.id, label: `${nameOf(plan)} v${one.no}` })));
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <Modal open title={t('create.open')} okText={t('create.submit')} confirmLoading={create.isPending} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" onFinish={(values) => create.mutate(values)}>
        {create.isError && <ProblemAlert error={create.error} />}
        <Form.Item name="zh" label={t('create.zh')} rules={required}><Input maxLength={200} /></Form.Item>
        <Form.Item name="en" label={t('create.en')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="planVersionId" label={t('column.plan')} rules={required}><Select options={versions} loading={plans.isLoading} /></Form.Item>
        <Flex gap={12}>
          <Form.Item name="periodStart" label={t('create.from')} rules={required} style={{ flex: 1 }}><Input type="date" /></Form.Item>
          <Form.Item name="periodEnd" label={t('create.to')} rules={required} style={{ flex: 1 }}><Input type="date" /></Form.Item>
        </Flex>
        <ScheduleFields />
      </Form>
    </Modal>
  );
}
