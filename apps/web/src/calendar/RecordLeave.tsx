import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LEAVE_KINDS } from '../changes/leaveKinds.js';
import { Labelled } from '../ui/Labelled.js';
import { ChangeDialog } from './ChangeDialog.js';

/** A leave of one person; deadlines that are counted for them wait that long. */
export function RecordLeave({ title, employeeId, onClose }: { title: string; employeeId: string; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const [leave, setLeave] = useState<string>(LEAVE_KINDS[0]);
  const [validFrom, setFrom] = useState('');
  const [validTo, setTo] = useState('');
  const wrong = validFrom !== '' && validTo !== '' && validFrom >= validTo;
  const change = validFrom !== '' && validTo !== '' && !wrong ? { kind: 'leaveRecorded' as const, employeeId, leave, validFrom, validTo } : undefined;
  return (
    <ChangeDialog title={title} change={change} onClose={onClose}>
      <Labelled label={t('leave.kind')}>{(id) => <Select id={id} value={leave} onChange={setLeave} options={LEAVE_KINDS.map((value) => ({ value, label: t(`changes:leave.${value}`) }))} />}</Labelled>
      <Labelled label={t('leave.from')}>{(id) => <Input id={id} type="date" value={validFrom} onChange={({ target }) => setFrom(target.value)} />}</Labelled>
      <Labelled label={t('leave.back')} error={wrong ? t('leave.order') : undefined}>{(id) => <Input id={id} type="date" value={validTo} onChange={({ target }) => setTo(target.value)} />}</Labelled>
    </ChangeDialog>
  );
}
