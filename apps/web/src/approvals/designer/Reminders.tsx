import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Duration } from '@fairmark/contracts/common';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { DurationField } from './DurationField.js';

const MOST = 10;

/** How long before the deadline people are reminded. */
export function Reminders({ value, onChange }: { value: readonly Duration[]; onChange: (value: Duration[]) => void }) {
  const { t } = useTranslation('approvals');
  return (
    <Flex vertical gap={8} align="flex-start">
      {value.map((reminder, index) => (
        <Flex key={index} gap={8}>
          <DurationField label={t('step.reminder', { no: index + 1 })} value={reminder} onChange={(changed) => onChange(value.map((one, other) => (other === index ? changed : one)))} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('step.removeReminder', { no: index + 1 })} onClick={() => onChange(value.toSpliced(index, 1))} />
        </Flex>
      ))}
      {value.length < MOST && <Button type="dashed" icon={<PlusOutlined />} onClick={() => onChange([...value, { n: 1, unit: 'workingDay' }])}>{t('step.addReminder')}</Button>}
    </Flex>
  );
}
