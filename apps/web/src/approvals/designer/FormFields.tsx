import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Checkbox, Dropdown, Flex, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../../ui/Labelled.js';
import { ChoiceOptions } from './ChoiceOptions.js';
import type { EditedDocument, EditedField } from './document.js';
import { SYSTEM_FIELDS } from './systemFields.js';
import { TextFields } from './TextFields.js';

const TYPES = ['amount', 'level', 'flag', 'department', 'choice'] as const;

/** A field of another type: what does not belong to the new type is left out. */
function asFieldType({ id, title, optional = false }: EditedField, type: EditedField['type']): EditedField {
  return type === 'choice' ? { id, title, optional, type, options: [{ value: 'option1', title: { zh: '' } }] } : { id, title, optional, type };
}

function freshField(form: readonly EditedField[]): string {
  let no = 1;
  while (form.some((field) => field.id === `field${no}`)) no += 1;
  return `field${no}`;
}

/** Typed fields of the form: what a submission carries and what conditions look at. */
export function FormFields({ document, onChange, disabled }: { document: EditedDocument; onChange: (form: EditedField[]) => void; disabled: boolean }) {
  const { t } = useTranslation('approvals');
  const form = document.form ?? [];
  const set = (index: number, field: EditedField) => onChange(form.map((one, other) => (other === index ? field : one)));
  const add = (key: string) => {
    const system = key in SYSTEM_FIELDS ? (key as keyof typeof SYSTEM_FIELDS) : undefined;
    onChange([...form, { id: system ?? freshField(form), type: system ? SYSTEM_FIELDS[system] : 'amount', title: { zh: system ? t(`form.system.${system}`, { lng: 'zh-CN' }) : '' }, optional: system !== undefined }]);
  };
  const offered = ['own', ...Object.keys(SYSTEM_FIELDS).filter((id) => !form.some((field) => field.id === id))];
  return (
    <Flex vertical gap={12}>
      <Alert type="info" title={t('form.note')} />
      {form.map((field, index) => (
        <Card
          key={field.id} size="small" title={<Typography.Text type="secondary">{field.id}</Typography.Text>}
          extra={<Button type="text" icon={<DeleteOutlined />} disabled={disabled} aria-label={t('form.remove', { name: field.id })} onClick={() => onChange(form.toSpliced(index, 1))} />}
        >
          <TextFields label={t('form.name')} value={field.title} disabled={disabled} onChange={(title) => title && set(index, { ...field, title })} />
          <Labelled label={t('form.type')}>{(id) => <Select id={id} disabled={disabled || field.id in SYSTEM_FIELDS} value={field.type} onChange={(type) => set(index, asFieldType(field, type))} options={TYPES.map((value) => ({ value, label: t(`fieldType.${value}`) }))} style={{ maxWidth: 240 }} />}</Labelled>
          {field.type === 'choice' && <ChoiceOptions field={field} disabled={disabled} onChange={(changed) => set(index, changed)} />}
          <Checkbox checked={field.optional ?? false} disabled={disabled} onChange={({ target }) => set(index, { ...field, optional: target.checked })}>{t('form.optional')}</Checkbox>
        </Card>
      ))}
      {!disabled && <Dropdown trigger={['click']} menu={{ items: offered.map((key) => ({ key, label: t(`form.system.${key}`), onClick: () => add(key) })) }}><Button type="dashed" block icon={<PlusOutlined />}>{t('form.add')}</Button></Dropdown>}
    </Flex>
  );
}
