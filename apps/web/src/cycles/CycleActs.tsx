import { CYCLE_STEPS, type CycleView } from '@fairmark/contracts/cycles';
import { Alert, Button, Card, Flex, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { nameOf } from '../ui/text.js';

interface Values {
  step: string;
  departmentId?: string;
}

/** Acts of HR on many people: remind, close or cancel. More than 20 people wait for a second HR person. */
export function CycleActs({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation('cycles');
  const [ending, setEnding] = useState<'close' | 'cancel' | null>(null);
  const [form] = Form.useForm<Values>();
  const decision = useDecision({ kind: 'cycle', id: cycle.id });
  const target = (departmentId?: string) => (departmentId ? { kind: 'department', departmentId } : { kind: 'all' });
  const nudge = ({ step, departmentId }: Values) => decision.mutate({ action: 'nudge', body: { step, target: target(departmentId) } });
  const steps = CYCLE_STEPS.filter((step) => step !== 'calibration' && step !== 'publication').map((value) => ({ value, label: t(`step.${value}`) }));
  const departments = cycle.departments.map(({ department }) => ({ value: department.id, label: nameOf(department) }));
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <Card title={t('acts.title')}>
      <Form form={form} layout="vertical" onFinish={nudge}>
        <Flex wrap gap={16}>
          <Form.Item name="step" label={t('acts.step')} rules={required}><Select options={steps} style={{ width: 160 }} /></Form.Item>
          <Form.Item name="departmentId" label={t('acts.whom')}><Select allowClear placeholder={t('acts.all')} options={departments} style={{ width: 200 }} /></Form.Item>
        </Flex>
        {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
        {decision.isSuccess && <Alert type="success" showIcon title={t(decision.data.outcome === 'awaitingSecondPerson' ? 'acts.requested' : 'acts.done')} style={{ marginBlockEnd: 12 }} />}
        <Flex wrap gap={8}>
          <Button htmlType="submit" loading={decision.isPending}>{t('acts.nudge')}</Button>
          <Button onClick={() => setEnding('close')}>{t('acts.close')}</Button>
          <Button danger onClick={() => setEnding('cancel')}>{t('acts.cancel')}</Button>
        </Flex>
      </Form>
      <ReasonModal
        open={ending !== null} title={ending ? t(`acts.${ending}`) : ''} busy={decision.isPending} onCancel={() => setEnding(null)}
        onReason={(reason) => ending && decision.mutate({ action: ending, body: { reason } }, { onSettled: () => setEnding(null) })}
      />
    </Card>
  );
}
