import type { CreateDelegation } from '@fairmark/contracts/delegations';
import { ProcessKindName } from '@fairmark/contracts/inbox';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { useSession } from '../identity/session.js';
import { PersonPicker } from '../ui/PersonPicker.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { useFieldProblems } from '../ui/useFieldProblems.js';
import { delegationBody } from './delegationBody.js';

/** What is typed; people stand in lists because the picker may hold several. */
export interface DelegationValues {
  delegatorId?: string[];
  delegateId: string[];
  from: Dayjs;
  to: Dayjs;
  kinds: CreateDelegation['kinds'];
  reason: string;
}

/** A substitute for a period and some kinds of process: for oneself, or by HR for somebody else. */
export function NewDelegation({ forOthers = false, onClose }: { forOthers?: boolean; onClose: () => void }) {
  const { t } = useTranslation('delegations');
  const client = useQueryClient();
  const session = useSession().data;
  const [form] = Form.useForm<DelegationValues>();
  const create = useMutation({
    mutationFn: (values: DelegationValues) => request('POST', forOthers ? `/org/employees/${String(values.delegatorId?.[0])}/delegations` : '/delegations', { body: delegationBody(values) }),
    onSuccess: onClose, onSettled: () => client.invalidateQueries({ queryKey: ['delegations'] }),
  });
  useFieldProblems(form, create.error);
  const required = [{ required: true, message: t('common:field.required') }];
  const time = { showTime: { format: 'HH:mm' }, format: 'YYYY-MM-DD HH:mm', style: { width: '100%' } } as const;
  return (
    <Modal open title={t(forOthers ? 'createFor' : 'create')} okText={t('submit')} confirmLoading={create.isPending} onOk={form.submit} onCancel={onClose}>
      {create.isError && <ProblemAlert error={create.error} />}
      <Form form={form} layout="vertical" initialValues={{ kinds: [...ProcessKindName.options] }} onFinish={(values) => create.mutate(values)}>
        {forOthers && <Form.Item name="delegatorId" label={t('delegator')} rules={required}><PersonPicker max={1} except={session ? [session.person.id] : []} /></Form.Item>}
        <Form.Item name="delegateId" label={t('delegate')} rules={required}><PersonPicker max={1} except={session ? [session.person.id] : []} /></Form.Item>
        <Form.Item name="from" label={t('from')} rules={required} extra={session && t('zone', { zone: session.zone })}><DatePicker {...time} /></Form.Item>
        <Form.Item name="to" label={t('until')} dependencies={['from']} rules={[...required, ({ getFieldValue }) => ({ validator: (_, to?: Dayjs) => (!to || !getFieldValue('from') || to.isAfter(getFieldValue('from') as Dayjs) ? Promise.resolve() : Promise.reject(new Error(t('order')))) })]}><DatePicker {...time} /></Form.Item>
        <Form.Item name="kinds" label={t('kinds')} rules={required}><Select mode="multiple" options={ProcessKindName.options.map((value) => ({ value, label: t(`steps:kind.${value}`) }))} /></Form.Item>
        <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
      </Form>
    </Modal>
  );
}
