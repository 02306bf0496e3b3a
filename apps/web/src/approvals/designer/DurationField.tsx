import type { Duration } from '@fairmark/contracts/common';
import { InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';

const UNITS = ['workingDay', 'day', 'hour'] as const;

/** A length of time: so many working days, days or hours. */
export function DurationField({ id, label, value, onChange, disabled = false }: { id?: string; label: string; value: Duration; onChange: (value: Duration) => void; disabled?: boolean }) {
  const { t } = useTranslation('approvals');
  return (
    <Space.Compact>
      <InputNumber {...(id ? { id } : {})} aria-label={label} min={1} max={1_000} precision={0} value={value.n} disabled={disabled} onChange={(n) => onChange({ ...value, n: n ?? 1 })} style={{ width: 80 }} />
      <Select aria-label={`${label} · ${t('length.unit')}`} value={value.unit} disabled={disabled} onChange={(unit) => onChange({ ...value, unit })} style={{ width: 140 }} options={UNITS.map((unit) => ({ value: unit, label: t(`length.units.${unit}`) }))} />
    </Space.Compact>
  );
}
