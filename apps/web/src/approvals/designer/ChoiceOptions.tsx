import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditedField } from './document.js';
import { TextFields } from './TextFields.js';

type Choice = Extract<EditedField, { type: 'choice' }>;

/** What can be chosen in a field; the value stays when its name changes. */
export function ChoiceOptions({ field, onChange, disabled }: { field: Choice; onChange: (field: Choice) => void; disabled: boolean }) {
  const { t } = useTranslation('approvals');
  const { options } = field;
  const fresh = (): string => {
    let no = options.length + 1;
    while (options.some((one) => one.value === `option${no}`)) no += 1;
    return `option${no}`;
  };
  return (
    <Flex vertical>
      {options.map((option, index) => (
        <Flex key={option.value} align="center" gap={8}>
          <div style={{ flex: 1 }}><TextFields label={t('form.option', { no: index + 1 })} value={option.title} disabled={disabled} onChange={(title) => title && onChange({ ...field, options: options.map((one, other) => (other === index ? { ...one, title } : one)) })} /></div>
          <Button type="text" icon={<DeleteOutlined />} disabled={disabled || options.length === 1} aria-label={t('form.removeOption', { no: index + 1 })} onClick={() => onChange({ ...field, options: options.toSpliced(index, 1) })} />
        </Flex>
      ))}
      {!disabled && <Button type="dashed" size="small" icon={<PlusOutlined />} style={{ alignSelf: 'flex-start', marginBlockEnd: 8 }} onClick={() => onChange({ ...field, options: [...options, { value: fresh(), title: { zh: '' } }] })}>{t('form.addOption')}</Button>}
    </Flex>
  );
}
