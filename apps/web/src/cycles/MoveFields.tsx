import { CYCLE_STEPS, type CycleView } from '@fairmark/contracts/cycles';
import type { Duration } from '@fairmark/contracts/common';
import { Flex, Form, Input, Radio, Select, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { DurationField } from '../approvals/designer/DurationField.js';
import { PersonPicker } from '../ui/PersonPicker.js';
import { nameOf } from '../ui/text.js';
import type { MoveValues } from './moveBody.js';

const WHOM = ['all', 'department', 'people'] as const;
const DAYS: Duration = { n: 2, unit: 'workingDay' };

/** Which deadlines of a cycle move, and how. */
export function MoveFields({ cycle, form }: { cycle: CycleView; form: FormInstance<MoveValues> }) {
  const { t } = useTranslation('cycles');
  const whom = Form.useWatch('whom', form) ?? 'all';
  const how = Form.useWatch('how', form) ?? 'by';
  const required = [{ required: true, message: t('common:field.required') }];
  const steps = CYCLE_STEPS.filter((step) => step !== 'calibration' && step !== 'publication').map((value) => ({ value, label: t(`step.${value}`) }));
  const departments = cycle.departments.map(({ department }) => ({ value: department.id, label: nameOf(department) }));
  return (
    <Flex wrap gap="0 16px">
      <Form.Item name="step" label={t('move.step')} style={{ flex: '1 1 200px' }}><Select allowClear placeholder={t('move.everyStep')} options={steps} /></Form.Item>
      <Form.Item name="whom" label={t('move.whom')} style={{ flex: '1 1 200px' }}><Select options={WHOM.map((value) => ({ value, label: t(`move.target.${value}`) }))} /></Form.Item>
      {whom === 'department' && <Form.Item name="departmentId" label={t('column.department')} rules={required} style={{ flex: '1 1 240px' }}><Select showSearch={{ optionFilterProp: 'label' }} options={departments} /></Form.Item>}
      {whom === 'people' && <Form.Item name="employeeIds" label={t('move.people')} rules={required} style={{ flex: '1 1 240px' }}><PersonPicker max={200} /></Form.Item>}
      <Form.Item name="how" label={t('move.how')} style={{ flex: '1 1 240px' }}><Radio.Group options={(['by', 'to'] as const).map((value) => ({ value, label: t(`move.${value}`) }))} /></Form.Item>
      {how === 'by' ? <Form.Item name="by" label={t('move.length')} initialValue={DAYS} style={{ flex: '1 1 240px' }}><By /></Form.Item> : <Form.Item name="to" label={t('move.day')} rules={required} extra={t('move.dayNote')} style={{ flex: '1 1 240px' }}><Input type="date" /></Form.Item>}
    </Flex>
  );
}

function By({ id, value = DAYS, onChange }: { id?: string; value?: Duration; onChange?: (value: Duration) => void }) {
  const { t } = useTranslation('cycles');
  return <DurationField {...(id ? { id } : {})} label={t('move.length')} value={value} onChange={(by) => onChange?.(by)} />;
}
