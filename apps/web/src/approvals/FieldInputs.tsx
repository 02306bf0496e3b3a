import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../org/queries.js';
import { nameOf, textOf } from '../ui/text.js';
import type { EditedField } from './designer/document.js';

/** Inputs of the typed fields of a form, under the name `fields`. */
export function FieldInputs({ form, requireAll = false }: { form: readonly EditedField[]; requireAll?: boolean }) {
  return <>{form.map((field) => <FieldInput key={field.id} field={field} required={requireAll && !field.optional} />)}</>;
}

function FieldInput({ field, required }: { field: EditedField; required: boolean }) {
  const { t } = useTranslation('approvals');
  const money = field.type === 'amount' ? [{ pattern: /^-?\d{1,12}(\.\d{1,2})?$/, message: t('form.money') }] : [];
  return (
    <Form.Item name={['fields', field.id]} label={textOf(field.title)} rules={[{ required, message: t('common:field.required') }, ...money]} style={{ maxWidth: 360 }}>
      <Value field={field} />
    </Form.Item>
  );
}

type Bound = { id?: string; value?: never; onChange?: (value: unknown) => void };

function Value({ field, ...bound }: { field: EditedField } & Bound) {
  const { t } = useTranslation('approvals');
  const departments = useDepartments().data?.departments ?? [];
  if (field.type === 'amount') return <Input {...bound} inputMode="decimal" suffix={t('goals:unit.cents')} />;
  if (field.type === 'level') return <InputNumber {...bound} precision={0} style={{ width: '100%' }} />;
  if (field.type === 'flag') return <Select {...bound} allowClear options={[true, false].map((value) => ({ value, label: t(value ? 'condition.yes' : 'condition.no') }))} />;
  const options = field.type === 'choice' ? field.options.map((one) => ({ value: one.value, label: textOf(one.title) })) : departments.map((one) => ({ value: one.id, label: nameOf(one) }));
  return <Select {...bound} allowClear options={options} showSearch={{ optionFilterProp: 'label' }} />;
}
