import { Flex, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { DATED_STEPS } from './schedule.js';

/** The date by which each step is due; left empty, the plan's length in working days counts. */
export function ScheduleFields() {
  const { t } = useTranslation('cycles');
  return (
    <>
      <Typography.Paragraph type="secondary">{t('schedule.note')}</Typography.Paragraph>
      <Flex wrap gap="0 12px">{DATED_STEPS.map((step) => <Form.Item key={step} name={step} label={t('schedule.due', { step: t(`step.${step}`) })} style={{ flex: '1 1 200px' }}><Input type="date" /></Form.Item>)}</Flex>
    </>
  );
}
