import type { ChangeKind } from '@fairmark/contracts/changes';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../org/queries.js';
import { PersonPicker } from '../ui/PersonPicker.js';
import { nameOf } from '../ui/text.js';
import { FIELDS, optional, type ChangeValues } from './changeBody.js';
import { LEAVE_KINDS } from './leaveKinds.js';

type Field = keyof ChangeValues;
const NOTED: readonly Field[] = ['successor', 'effectiveOn', 'until'];

/** The fields of one kind of change. */
export function ChangeFields({ kind, except }: { kind: ChangeKind; except: readonly string[] }) {
  const { t } = useTranslation('changes');
  const departments = useDepartments().data?.departments ?? [];
  const pickers: Partial<Record<Field, ReactNode>> = {
    employee: <PersonPicker max={1} except={except} />, manager: <PersonPicker max={1} />, successor: <PersonPicker max={1} except={except} />, people: <PersonPicker max={200} />,
    departmentId: <Departments departments={departments} />, intoDepartmentId: <Departments departments={departments} />,
    leaveKind: <Select options={LEAVE_KINDS.map((value) => ({ value, label: t(`leave.${value}`) }))} />, until: <Input type="date" />, name: <Input maxLength={200} />, nameEn: <Input maxLength={200} />,
  };
  const noteOf = (field: Field): string | undefined => (NOTED.includes(field) ? t([`note.${kind}.${field}`, `note.${field}`]) : undefined);
  const required = [{ required: true, whitespace: true, message: t('common:field.required') }];
  const some = [{ required: true, message: t('common:field.required') }];
  return (
    <>
      {FIELDS[kind].map((field) => (
        <Form.Item key={`${kind} ${field}`} name={field} label={t([`field.${kind}.${field}`, `field.${field}`])} rules={optional(kind, field) ? [] : field === 'name' ? required : some} extra={noteOf(field)}>{pickers[field]}</Form.Item>
      ))}
      <Form.Item name="effectiveOn" label={t([`field.${kind}.effectiveOn`, 'field.effectiveOn'])} rules={some} extra={noteOf('effectiveOn')}><Input type="date" /></Form.Item>
      <Form.Item name="reason" label={t('field.reason')} rules={required}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
    </>
  );
}

/** A department by a part of its name; the rest comes from the form. */
function Departments({ departments, ...field }: { departments: readonly { id: string; name: string; nameEn: string | null }[] }) {
  return <Select {...field} showSearch={{ optionFilterProp: 'label' }} options={departments.map((one) => ({ value: one.id, label: nameOf(one) }))} />;
}
