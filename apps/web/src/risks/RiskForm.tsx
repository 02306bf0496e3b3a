import { MeasureKey } from '@fairmark/contracts/rollouts';
import { RiskCategory, type RiskView } from '@fairmark/contracts/risks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Flex, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { PersonPicker } from '../ui/PersonPicker.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { useFieldProblems } from '../ui/useFieldProblems.js';
import { riskBody, riskValues, type RiskValues } from './riskBody.js';

/** Adds a risk, or changes one. */
export function RiskForm({ rolloutId, risk, onClose }: { rolloutId: string; risk: RiskView | null; onClose: () => void }) {
  const { t } = useTranslation('risks');
  const client = useQueryClient();
  const [form] = Form.useForm<RiskValues>();
  const path = `/rollouts/${rolloutId}/risks`;
  const save = useMutation({ mutationFn: (values: RiskValues) => request(risk ? 'PUT' : 'POST', risk ? `${path}/${risk.id}` : path, { body: riskBody(values) }), onSuccess: onClose, onSettled: () => client.invalidateQueries({ queryKey: ['risks', rolloutId] }) });
  useFieldProblems(form, save.error);
  const rules = [{ required: true, message: t('common:field.required') }];
  const options = (names: readonly string[], text: (name: string) => string) => names.map((value) => ({ value, label: text(value) }));
  return (
    <Modal open title={t(risk ? 'change' : 'add')} okText={t('save')} confirmLoading={save.isPending} onOk={form.submit} onCancel={onClose}>
      {save.isError && <ProblemAlert error={save.error} />}
      <Form form={form} layout="vertical" initialValues={riskValues(risk)} onFinish={(values) => save.mutate(values)}>
        <Form.Item name="title" label={t('title')} rules={rules}><Input maxLength={200} /></Form.Item>
        <Form.Item name="category" label={t('category')} rules={rules}><Select options={options(RiskCategory.options, (name) => t(`categories.${name}`))} /></Form.Item>
        <Flex gap={16}>
          <Form.Item name="probability" label={t('probability')} rules={rules}><InputNumber min={1} max={5} precision={0} /></Form.Item>
          <Form.Item name="impact" label={t('impact')} rules={rules}><InputNumber min={1} max={5} precision={0} /></Form.Item>
        </Flex>
        <Form.Item name="ownerId" label={t('owner')} rules={rules}><PersonPicker max={1} known={risk ? [risk.owner] : []} /></Form.Item>
        <Form.Item name="response" label={t('response')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} /></Form.Item>
        <Form.Item name="reviewOn" label={t('reviewOn')} rules={rules}><DatePicker /></Form.Item>
        <Form.Item name={['warning', 'measure']} label={t('warning')}><Select allowClear options={options(MeasureKey.options, (key) => t(`rollouts:measure.${key}`))} /></Form.Item>
        <Flex gap={16}>
          <Form.Item name={['warning', 'comparison']} label={t('comparison')}><Select style={{ width: 120 }} options={options(['below', 'above'], (name) => t(`comparisons.${name}`))} /></Form.Item>
          <Form.Item name={['warning', 'limit']} label={t('limit')}><Input maxLength={20} inputMode="decimal" /></Form.Item>
        </Flex>
        <Form.Item name="state" label={t('state')}><Select options={options(['open', 'closed'], (name) => t(`states.${name}`))} /></Form.Item>
      </Form>
    </Modal>
  );
}
