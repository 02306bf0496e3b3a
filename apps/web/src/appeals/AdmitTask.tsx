import { RefusalGround } from '@fairmark/contracts/appeals';
import { Button, Flex, Form, Input, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { VisitOperators } from '../approvals/case/VisitOperators.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import type { TaskProps } from './TaskCards.js';

/** Whether the case is admitted is decided with a ground, in the form of this page. */
const DECISIONS = ['approve', 'approveWith', 'reject', 'return'] as const;

/** HR admits the case, or refuses it on one of three grounds. */
export function AdmitTask({ task }: TaskProps) {
  const { t } = useTranslation('appeals');
  const [refusing, setRefusing] = useState(false);
  const decision = useDecision({ visitId: task.visitId });
  const required = [{ required: true, whitespace: true, message: t('common:field.required') }];
  return (
    <Flex vertical gap={12}>
      <Typography.Text>{t('admit.note')}</Typography.Text>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Flex wrap gap={8}>
        <Button type="primary" loading={decision.isPending} onClick={() => decision.mutate({ action: 'decide', body: { decision: 'admit' } })}>{t('admit.act')}</Button>
        <Button onClick={() => setRefusing(!refusing)}>{t('admit.refuse')}</Button>
      </Flex>
      <VisitOperators visitId={task.visitId} except={DECISIONS}>{null}</VisitOperators>
      {refusing && (
        <Form layout="vertical" onFinish={(body: object) => decision.mutate({ action: 'decide', body: { decision: 'refuse', ...body } })}>
          <Form.Item name="ground" label={t('admit.ground')} rules={required}><Select options={RefusalGround.options.map((ground) => ({ value: ground, label: t(`refusal.${ground}`) }))} /></Form.Item>
          <Form.Item name="text" label={t('common:field.reason')} rules={required}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={10_000} /></Form.Item>
          <Button danger htmlType="submit" loading={decision.isPending}>{t('admit.refuse')}</Button>
        </Form>
      )}
    </Flex>
  );
}
