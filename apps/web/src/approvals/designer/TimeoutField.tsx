import type { ApprovalKind, TimeoutPolicy } from '@fairmark/contracts/approvals';
import { Flex, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DurationField } from './DurationField.js';
import { NEVER_BY_TIMEOUT } from './newNode.js';

const ACTS = ['remind', 'escalate', 'handToHr', 'extend', 'default'] as const;
const DAY = { n: 1, unit: 'workingDay' } as const;

const first = (act: TimeoutPolicy['act']): TimeoutPolicy => {
  if (act === 'remind') return { act, every: DAY };
  if (act === 'extend') return { act, by: DAY, times: 1 };
  return act === 'default' ? { act, decision: 'reject' } : { act };
};

/** What happens at the deadline. A decision by time-out is not offered where people must decide: goals, scores, calibration, appeals. */
export function TimeoutField({ id, kind, value, onChange }: { id: string; kind: ApprovalKind; value: TimeoutPolicy; onChange: (value: TimeoutPolicy) => void }) {
  const { t } = useTranslation('approvals');
  const acts = ACTS.filter((act) => act !== 'default' || !NEVER_BY_TIMEOUT.includes(kind) || value.act === 'default');
  return (
    <Flex wrap gap={8} align="center">
      <Select id={id} value={value.act} onChange={(act) => onChange(first(act))} options={acts.map((act) => ({ value: act, label: t(`timeout.${act}`) }))} style={{ minWidth: 180 }} />
      {value.act === 'remind' && <DurationField label={t('timeoutField.every')} value={value.every} onChange={(every) => onChange({ ...value, every })} />}
      {value.act === 'extend' && <DurationField label={t('timeoutField.by')} value={value.by} onChange={(by) => onChange({ ...value, by })} />}
      {value.act === 'extend' && <InputNumber aria-label={t('timeoutField.times')} suffix={t('timeoutField.times')} min={1} max={10} precision={0} value={value.times} onChange={(times) => onChange({ ...value, times: times ?? 1 })} style={{ width: 120 }} />}
      {value.act === 'default' && <Select aria-label={t('timeoutField.decision')} value={value.decision} onChange={(decision) => onChange({ ...value, decision })} options={(['approve', 'reject'] as const).map((one) => ({ value: one, label: t(`operator.${one}`) }))} style={{ width: 120 }} />}
    </Flex>
  );
}
