import type { CycleView } from '@fairmark/contracts/cycles';
import type { PlanMoveChoice } from '@fairmark/contracts/planMoves';
import { Flex, Form, Radio, Select, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MoveValues as Target } from '../cycles/moveBody.js';
import { usePlans } from '../cycles/queries.js';
import { PersonPicker } from '../ui/PersonPicker.js';
import { nameOf } from '../ui/text.js';

/** What is typed about a move to another plan version. */
export interface PlanMoveValues extends Pick<Target, 'whom' | 'departmentId' | 'employeeIds'> {
  planVersionId: string;
  choice: PlanMoveChoice;
}

const WHOM = ['all', 'department', 'people'] as const;
const CHOICES: readonly PlanMoveChoice[] = ['nextStep', 'restart', 'stay'];

/** To which version, for whom, and when. */
export function MoveFields({ cycle, form }: { cycle: CycleView; form: FormInstance<PlanMoveValues> }) {
  const { t } = useTranslation('planMoves');
  const whom = Form.useWatch('whom', form) ?? 'all';
  const plans = usePlans().data?.plans ?? [];
  const required = [{ required: true, message: t('common:field.required') }];
  const versions = plans.filter((plan) => plan.code === cycle.plan.code).flatMap((plan) => plan.versions).filter((version) => version.usable && version.no !== cycle.plan.no);
  const departments = cycle.departments.map(({ department }) => ({ value: department.id, label: nameOf(department) }));
  return (
    <Flex wrap gap="0 16px">
      <Form.Item name="planVersionId" label={t('version')} rules={required} style={{ flex: '1 1 200px' }}><Select notFoundContent={t('noVersion')} options={versions.map(({ id, no }) => ({ value: id, label: t('versionNo', { no }) }))} /></Form.Item>
      <Form.Item name="whom" label={t('cycles:move.whom')} style={{ flex: '1 1 200px' }}><Select options={WHOM.map((value) => ({ value, label: t(`cycles:move.target.${value}`) }))} /></Form.Item>
      {whom === 'department' && <Form.Item name="departmentId" label={t('cycles:column.department')} rules={required} style={{ flex: '1 1 240px' }}><Select showSearch={{ optionFilterProp: 'label' }} options={departments} /></Form.Item>}
      {whom === 'people' && <Form.Item name="employeeIds" label={t('cycles:move.people')} rules={required} style={{ flex: '1 1 240px' }}><PersonPicker max={200} /></Form.Item>}
      <Form.Item name="choice" label={t('when')} style={{ flex: '1 1 100%' }}><Radio.Group options={CHOICES.map((value) => ({ value, label: t(`choice.${value}`) }))} /></Form.Item>
    </Flex>
  );
}
