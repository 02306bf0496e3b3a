import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Form, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { PersonPicker } from '../ui/PersonPicker.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

interface Values {
  ownerId: string[];
  promisedOn: Dayjs;
}

/** Takes the reference effects over, for one person to answer for until a date. */
export function StartSetModal({ rolloutId, onClose }: { rolloutId: string; onClose: () => void }) {
  const { t } = useTranslation('benefits');
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const take = useMutation({
    mutationFn: ({ ownerId, promisedOn }: Values) => request('POST', `/rollouts/${rolloutId}/benefits/start-set`, { body: { ownerId: ownerId[0], promisedOn: promisedOn.format('YYYY-MM-DD') } }),
    onSuccess: onClose, onSettled: () => client.invalidateQueries({ queryKey: ['rollouts', rolloutId, 'benefits'] }),
  });
  const rules = [{ required: true, message: t('common:field.required') }];
  return (
    <Modal open title={t('startSet')} okText={t('common:action.confirm')} confirmLoading={take.isPending} onOk={form.submit} onCancel={onClose}>
      {take.isError && <ProblemAlert error={take.error} />}
      <Form form={form} layout="vertical" initialValues={{ promisedOn: dayjs().add(6, 'month') }} onFinish={(values) => take.mutate(values)}>
        <Form.Item name="ownerId" label={t('owner')} rules={rules}><PersonPicker max={1} /></Form.Item>
        <Form.Item name="promisedOn" label={t('promisedOn')} rules={rules}><DatePicker style={{ width: '100%' }} /></Form.Item>
      </Form>
    </Modal>
  );
}
