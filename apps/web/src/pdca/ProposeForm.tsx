import { MeasureKey } from '@fairmark/contracts/rollouts';
import { Alert, Button, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { touchedItems } from './touched.js';

interface Values {
  title: string;
  reason: string;
  touches: string;
  expected: { measure: MeasureKey; change: string; text: string };
}

/** Puts an adjustment on the list: what it is expected to bring comes first. */
export function ProposeForm({ visitId }: { visitId: string }) {
  const { t } = useTranslation('pdca');
  const decide = useDecision({ visitId });
  const [form] = Form.useForm<Values>();
  const rules = [{ required: true, message: t('common:field.required') }];
  const propose = ({ touches, ...values }: Values) => decide.mutate({ action: 'propose', body: { ...values, touches: touchedItems(touches) } }, { onSuccess: () => form.resetFields() });
  return (
    <Form form={form} layout="vertical" onFinish={propose}>
      {decide.isError && <ProblemAlert error={decide.error} />}
      <Alert type="info" showIcon title={t('expectedFirst')} />
      <Flex wrap gap={8}>
        <Form.Item name={['expected', 'measure']} label={t('expectedMeasure')} rules={rules}><Select style={{ minWidth: 220 }} options={MeasureKey.options.map((value) => ({ value, label: t(`measure.${value}`) }))} /></Form.Item>
        <Form.Item name={['expected', 'change']} label={t('expectedChange')} rules={[...rules, { pattern: /^-?\d{1,15}(\.\d{1,6})?$/ }]}><Input placeholder="0.03" /></Form.Item>
      </Flex>
      <Form.Item name={['expected', 'text']} label={t('expectedText')} rules={rules}><Input.TextArea autoSize maxLength={4_000} /></Form.Item>
      <Form.Item name="title" label={t('adjustmentTitle')} rules={rules}><Input maxLength={200} /></Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={rules}><Input.TextArea autoSize maxLength={4_000} /></Form.Item>
      <Form.Item name="touches" label={t('touches')} rules={[{ validator: (_, typed: string = '') => (touchedItems(typed) ? Promise.resolve() : Promise.reject(new Error(t('touchesWrong')))) }]}><Input.TextArea autoSize={{ minRows: 2 }} /></Form.Item>
      <Button htmlType="submit" loading={decide.isPending}>{t('propose')}</Button>
    </Form>
  );
}
