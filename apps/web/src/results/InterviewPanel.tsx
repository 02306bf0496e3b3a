import type { RecordInterview } from '@fairmark/contracts/reviews';
import { Button, Flex, Form, Input, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { useSession } from '../identity/session.js';
import type { PanelProps } from '../reviews/panels.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/** The manager records the interview with at least one development action that has an owner and a date. */
export function InterviewPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('results');
  const decision = useDecision({ visitId: task.visitId });
  const session = useSession().data;
  const owners = [review.employee, ...(session ? [session.person] : [])].map((person) => ({ value: person.id, label: personName(person) }));
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <Form layout="vertical" initialValues={{ actions: [{ ownerId: review.employee.id }] }} onFinish={(body: RecordInterview) => decision.mutate({ action: 'record', body })}>
      <Form.Item name="heldOn" label={t('interview.heldOn')} rules={required}><Input type="date" style={{ maxWidth: 200 }} /></Form.Item>
      <Form.Item name="text" label={t('interview.text')} rules={required}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={10_000} /></Form.Item>
      <Typography.Title level={5}>{t('interview.actions')}</Typography.Title>
      <Form.List name="actions">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <Flex key={field.key} wrap gap={8}>
                <Form.Item name={[field.name, 'text']} rules={required} style={{ flex: 1, minWidth: 200 }}><Input aria-label={t('interview.action')} placeholder={t('interview.action')} maxLength={2_000} /></Form.Item>
                <Form.Item name={[field.name, 'ownerId']} rules={required}><Select aria-label={t('interview.owner')} options={owners} style={{ width: 140 }} /></Form.Item>
                <Form.Item name={[field.name, 'dueOn']} rules={required}><Input type="date" aria-label={t('interview.dueOn')} title={t('interview.dueOn')} /></Form.Item>
                {fields.length > 1 && <Button onClick={() => remove(field.name)}>{t('common:action.remove')}</Button>}
              </Flex>
            ))}
            <Button onClick={() => add({ ownerId: review.employee.id })}>{t('interview.addAction')}</Button>
          </>
        )}
      </Form.List>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Flex style={{ marginBlockStart: 16 }}><Button type="primary" htmlType="submit" loading={decision.isPending}>{t('interview.record')}</Button></Flex>
    </Form>
  );
}
