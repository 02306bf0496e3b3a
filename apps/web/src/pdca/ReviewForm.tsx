import { PdcaDimension } from '@fairmark/contracts/pdca';
import { Button, DatePicker, Flex, Form, Input, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

interface Values {
  findings: Record<PdcaDimension, { rating: number; text: string }>;
  research: { method: string; conductedOn: Dayjs; participants: number; summary: string };
}

/** The review: every dimension with a rating and a finding, and the user research that it rests on. */
export function ReviewForm({ visitId }: { visitId: string }) {
  const { t } = useTranslation('pdca');
  const decide = useDecision({ visitId });
  const rules = [{ required: true, message: t('common:field.required') }];
  const complete = ({ findings, research }: Values) =>
    decide.mutate({ action: 'completeReview', body: { findings: PdcaDimension.options.map((dimension) => ({ dimension, ...findings[dimension] })), research: [{ ...research, conductedOn: research.conductedOn.format('YYYY-MM-DD') }] } });
  return (
    <Form<Values> layout="vertical" initialValues={{ research: { conductedOn: dayjs() } }} onFinish={complete}>
      {decide.isError && <ProblemAlert error={decide.error} />}
      {PdcaDimension.options.map((dimension) => (
        <Flex key={dimension} wrap gap={8}>
          <Form.Item name={['findings', dimension, 'rating']} label={`${t(`dimension.${dimension}`)} · ${t('rating')}`} rules={rules}><InputNumber min={1} max={5} precision={0} /></Form.Item>
          <Form.Item name={['findings', dimension, 'text']} label={`${t(`dimension.${dimension}`)} · ${t('finding')}`} rules={rules} style={{ flex: 1, minWidth: 240 }}><Input.TextArea autoSize maxLength={4_000} /></Form.Item>
        </Flex>
      ))}
      <Form.Item name={['research', 'method']} label={`${t('research')} · ${t('researchMethod')}`} rules={rules}><Input maxLength={4_000} /></Form.Item>
      <Flex wrap gap={8}>
        <Form.Item name={['research', 'conductedOn']} label={t('researchOn')} rules={rules}><DatePicker /></Form.Item>
        <Form.Item name={['research', 'participants']} label={t('researchPeople')} rules={rules}><InputNumber min={1} precision={0} /></Form.Item>
      </Flex>
      <Form.Item name={['research', 'summary']} label={t('researchSummary')} rules={rules}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={4_000} /></Form.Item>
      <Button type="primary" htmlType="submit" loading={decide.isPending}>{t('complete')}</Button>
    </Form>
  );
}
