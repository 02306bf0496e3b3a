import { DeleteOutlined } from '@ant-design/icons';
import type { Comparison } from '@fairmark/contracts/approvals';
import { Button, Flex, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useDepartments } from '../../org/queries.js';
import { nameOf, textOf } from '../../ui/text.js';
import type { EditedDocument, EditedField } from './document.js';
import { RangeFields } from './RangeFields.js';

type Test = z.input<typeof Comparison>;

/** The test that fits the type of a field. */
function testFor(field: EditedField | undefined, id: string): Test {
  if (field?.type === 'flag') return { test: 'is', field: id, value: true };
  if (field?.type === 'department' || field?.type === 'choice') return { test: 'in', field: id, values: [] };
  return { test: 'between', field: id, atLeast: null, below: null };
}

export const newTest = ({ form = [] }: EditedDocument): Test => testFor(form[0], form[0]?.id ?? '');

interface Props {
  tests: readonly Test[];
  document: EditedDocument;
  error: string | undefined;
  onChange: (tests: Test[]) => void;
}

/** Tests of typed fields, all of which must hold. */
export function TestFields({ tests, document: { form = [] }, error, onChange }: Props) {
  const { t } = useTranslation('approvals');
  const set = (index: number, test: Test) => onChange(tests.map((one, other) => (other === index ? test : one)));
  return (
    <Flex vertical gap={8} style={{ marginBlockEnd: 8 }}>
      {tests.map((test, index) => (
        <Flex key={index} wrap gap={8} align="center">
          <Select aria-label={t('condition.field')} placeholder={t('condition.field')} value={test.field || null} onChange={(id: string) => set(index, testFor(form.find((one) => one.id === id), id))} options={form.map((field) => ({ value: field.id, label: textOf(field.title) }))} style={{ width: 150 }} />
          <Expected test={test} field={form.find((one) => one.id === test.field)} onChange={(changed) => set(index, changed)} />
          <Button type="text" icon={<DeleteOutlined />} disabled={tests.length === 1} aria-label={t('condition.removeTest')} onClick={() => onChange(tests.toSpliced(index, 1))} />
        </Flex>
      ))}
      {error && <Typography.Text type="danger">{error}</Typography.Text>}
    </Flex>
  );
}

function Expected({ test, field, onChange }: { test: Test; field: EditedField | undefined; onChange: (test: Test) => void }) {
  const { t } = useTranslation('approvals');
  const departments = useDepartments().data?.departments ?? [];
  if (test.test === 'is') return <Select aria-label={t('condition.value')} value={test.value} onChange={(value) => onChange({ ...test, value })} options={[true, false].map((value) => ({ value, label: t(value ? 'condition.yes' : 'condition.no') }))} style={{ width: 90 }} />;
  if (test.test === 'between') return <RangeFields test={test} amount={field?.type === 'amount'} onChange={onChange} />;
  const options = field?.type === 'choice' ? field.options.map((one) => ({ value: one.value, label: textOf(one.title) })) : departments.map((one) => ({ value: one.id, label: nameOf(one) }));
  return <Select aria-label={t('condition.value')} mode="multiple" value={test.values} onChange={(values) => onChange({ ...test, values })} options={options} showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 200, flex: 1 }} />;
}
