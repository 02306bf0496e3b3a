import { ApprovalPurpose, type ApprovalKind, type DefinitionView, type SetApprovalUse } from '@fairmark/contracts/approvals';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../../org/queries.js';
import { nameOf, textOf } from '../../ui/text.js';

/** A definition must be of the kind of its purpose. */
const KIND_OF: Readonly<Record<ApprovalPurpose, ApprovalKind>> = {
  goals: 'goals', goalSecondOpinion: 'goals', goalChange: 'goals', calibrationSignOff: 'calibration', appealAdmissibility: 'appeals', bulkAct: 'exceptions', planVersion: 'plans', deadlineExtension: 'exceptions', missingValue: 'exceptions', planReview: 'plans', gate: 'gates',
};

/** Names the process that a purpose uses from now on; cases that run keep theirs. */
export function UseForm({ definitions, busy, onSet }: { definitions: readonly DefinitionView[]; busy: boolean; onSet: (use: SetApprovalUse) => void }) {
  const { t } = useTranslation('approvals');
  const [form] = Form.useForm<{ purpose: ApprovalPurpose; departmentId?: string; definitionId: string }>();
  const purpose = Form.useWatch('purpose', form);
  const departments = useDepartments().data?.departments ?? [];
  const usable = definitions.filter((one) => purpose && one.kind === KIND_OF[purpose] && one.versions.some(({ state }) => state === 'published'));
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <Form form={form} layout="inline" style={{ rowGap: 12 }} onFinish={({ departmentId, ...rest }) => onSet({ ...rest, departmentId: departmentId ?? null })} onValuesChange={(changed: object) => 'purpose' in changed && form.resetFields(['definitionId'])}>
      <Form.Item name="purpose" label={t('use.purpose')} rules={required}><Select style={{ width: 180 }} options={ApprovalPurpose.options.map((value) => ({ value, label: t(`purpose.${value}`) }))} /></Form.Item>
      <Form.Item name="departmentId" label={t('use.department')}><Select allowClear placeholder={t('scope.company')} showSearch={{ optionFilterProp: 'label' }} style={{ width: 180 }} options={departments.map((one) => ({ value: one.id, label: nameOf(one) }))} /></Form.Item>
      <Form.Item name="definitionId" label={t('use.definition')} rules={required}><Select style={{ width: 220 }} notFoundContent={t('use.nothing')} options={usable.map((one) => ({ value: one.id, label: one.title ? textOf(one.title) : one.id }))} /></Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>{t('use.submit')}</Button>
    </Form>
  );
}
