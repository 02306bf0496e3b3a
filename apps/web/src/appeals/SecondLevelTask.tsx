import { SecondLevelGround } from '@fairmark/contracts/appeals';
import { Button, Flex, Form, Input, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { PapersField, usePaperIds } from './PapersField.js';
import type { TaskProps } from './TaskCards.js';

/** The person takes the decision, or calls the second level. */
export function SecondLevelTask({ appeal, task }: TaskProps) {
  const { t } = useTranslation('appeals');
  const decision = useDecision({ visitId: task.visitId });
  const paperIds = usePaperIds(appeal.reviewId);
  const required = [{ required: true, whitespace: true, message: t('common:field.required') }];
  return (
    <Form layout="vertical" onFinish={(body: object) => decision.mutate({ action: 'file', body: { ...body, paperIds } })}>
      <Typography.Paragraph>{t('secondLevel.note')}</Typography.Paragraph>
      <Form.Item name="ground" label={t('file.ground')} rules={required}><Select options={SecondLevelGround.options.map((ground) => ({ value: ground, label: t(`secondLevel.ground.${ground}`) }))} /></Form.Item>
      <Form.Item name="text" label={t('file.text')} rules={required}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={10_000} /></Form.Item>
      <PapersField reviewId={appeal.reviewId} />
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Flex wrap gap={8}>
        <Button type="primary" loading={decision.isPending} onClick={() => decision.mutate({ action: 'accept', body: {} })}>{t('secondLevel.accept')}</Button>
        <Button danger htmlType="submit" loading={decision.isPending}>{t('secondLevel.file')}</Button>
      </Flex>
    </Form>
  );
}
