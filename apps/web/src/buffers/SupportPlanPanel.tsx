import type { SupportPlan } from '@fairmark/contracts/buffers';
import { Button, Flex, Form, Input, Select, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { usePeople } from '../org/queries.js';
import type { PanelProps } from '../reviews/panels.js';
import { DraftNote } from '../ui/DraftNote.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { useDraft } from '../ui/useDraft.js';
import { BufferSection } from './BufferSection.js';

/** What the company gives and expects: goals, partner, training. Nothing takes effect before it is agreed. */
export function SupportPlanPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('buffers');
  const [form] = Form.useForm<SupportPlan>();
  const [search, setSearch] = useState('');
  const people = usePeople(search).data?.people ?? [];
  const draft = useDraft<SupportPlan>('visit', task.visitId);
  const decision = useDecision({ visitId: task.visitId });
  if (draft.initial === undefined) return <Skeleton active />;
  const required = [{ required: true, whitespace: true, message: t('common:field.required') }];
  const typed = (): SupportPlan => form.getFieldsValue(true) as SupportPlan;
  return (
    <>
      <BufferSection reviewId={review.id} />
      <Form form={form} layout="vertical" style={{ marginBlockStart: 16 }} initialValues={draft.initial ?? { goals: [{}], training: [], note: '' }} onValuesChange={() => draft.save(typed())} onFinish={() => decision.mutate({ action: 'submit', body: { ...typed(), partnerId: typed().partnerId ?? null } })}>
        <Typography.Title level={5}>{t('plan.goals')}</Typography.Title>
        <Form.List name="goals">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field) => (
                <Flex key={field.key} wrap gap={8}>
                  <Form.Item name={[field.name, 'title']} rules={required} style={{ flex: 1, minWidth: 180 }}><Input aria-label={t('plan.goal')} placeholder={t('plan.goal')} maxLength={200} /></Form.Item>
                  <Form.Item name={[field.name, 'measure']} rules={required} style={{ flex: 1, minWidth: 180 }}><Input aria-label={t('plan.measure')} placeholder={t('plan.measure')} maxLength={1_000} /></Form.Item>
                  {fields.length > 1 && <Button onClick={() => remove(field.name)}>{t('common:action.remove')}</Button>}
                </Flex>
              ))}
              {fields.length < 10 && <Button onClick={() => add({})}>{t('common:action.add')}</Button>}
            </>
          )}
        </Form.List>
        <Form.Item name="partnerId" label={t('plan.partner')} style={{ marginBlockStart: 12 }}><Select allowClear showSearch placeholder={t('plan.partnerSearch')} notFoundContent={search ? undefined : null} filterOption={false} onSearch={setSearch} options={people.filter((person) => person.id !== review.employee.id).map((person) => ({ value: person.id, label: personName(person) }))} /></Form.Item>
        <Form.Item name="training" label={t('plan.training')}><Select mode="tags" open={false} suffixIcon={null} placeholder={t('plan.trainingHint')} /></Form.Item>
        <Form.Item name="note" label={t('plan.note')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={10_000} /></Form.Item>
        {decision.isError && <ProblemAlert error={decision.error} onRetry={form.submit} />}
        <Flex align="center" gap={12}><Button type="primary" htmlType="submit" loading={decision.isPending}>{t('plan.submit')}</Button><DraftNote state={draft.state} /></Flex>
      </Form>
    </>
  );
}
