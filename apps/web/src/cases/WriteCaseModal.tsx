import { CaseKind, type CaseView, type WriteCase } from '@fairmark/contracts/cases';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { PersonPicker } from '../ui/PersonPicker.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

interface Values extends Omit<WriteCase, 'keeperId' | 'reviewOn'> {
  keeperId: string[];
  reviewOn: Dayjs;
}

/** Writes a new case, or changes one. */
export function WriteCaseModal({ item, onClose }: { item?: CaseView | undefined; onClose: () => void }) {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const write = useMutation({
    mutationFn: ({ keeperId, reviewOn, ...values }: Values) => request<CaseView>(item ? 'PUT' : 'POST', item ? `/cases/${item.id}` : '/cases', { body: { ...values, keeperId: keeperId[0], reviewOn: reviewOn.format('YYYY-MM-DD') } }),
    onSuccess: onClose, onSettled: () => client.invalidateQueries({ queryKey: ['cases'] }),
  });
  const rules = [{ required: true, message: t('common:field.required') }];
  const area = <Input.TextArea autoSize={{ minRows: 3 }} maxLength={8_000} />;
  const initial = item ? { ...item, keeperId: [item.keeper.id], reviewOn: dayjs(item.reviewOn) } : { kind: 'evaluation' as const, tags: [], lesson: '', reviewOn: dayjs().add(6, 'month') };
  return (
    <Modal open title={t(item ? 'change' : 'create')} okText={t('common:action.save')} confirmLoading={write.isPending} onOk={form.submit} onCancel={onClose}>
      <Alert type="info" showIcon title={t('noPersonal')} />
      {write.isError && <ProblemAlert error={write.error} />}
      <Form form={form} layout="vertical" initialValues={initial} onFinish={({ title, situation, decision, lesson, kind, tags, keeperId, reviewOn }) => write.mutate({ title, situation, decision, lesson, kind, tags, keeperId, reviewOn })}>
        <Form.Item name="title" label={t('caseTitle')} rules={rules}><Input maxLength={200} /></Form.Item>
        <Form.Item name="kind" label={t('type')} rules={rules}><Select options={CaseKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} /></Form.Item>
        <Form.Item name="situation" label={t('situation')} rules={rules}>{area}</Form.Item>
        <Form.Item name="decision" label={t('decision')} rules={rules}>{area}</Form.Item>
        <Form.Item name="lesson" label={t('lesson')}>{area}</Form.Item>
        <Form.Item name="tags" label={t('tags')}><Select mode="tags" maxCount={20} open={false} /></Form.Item>
        <Form.Item name="keeperId" label={t('keeper')} rules={rules}><PersonPicker max={1} known={item ? [item.keeper] : []} /></Form.Item>
        <Form.Item name="reviewOn" label={t('reviewOn')} rules={rules}><DatePicker style={{ width: '100%' }} /></Form.Item>
      </Form>
    </Modal>
  );
}
