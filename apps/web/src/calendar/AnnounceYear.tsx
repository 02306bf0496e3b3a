import { Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../ui/Labelled.js';
import { announcedDays } from './announcedDays.js';
import { ChangeDialog } from './ChangeDialog.js';

/** The official days of a year, as they are announced: days off and make-up days, one a line. Deadlines that were provisional are counted again. */
export function AnnounceYear({ country, year, onClose }: { country: string; year: number; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const [off, setOff] = useState('');
  const [working, setWorking] = useState('');
  const days = announcedDays(year, off, working);
  const change = days.ok ? { kind: 'yearAnnounced' as const, country, year, days: days.days } : undefined;
  const field = (label: string, value: string, set: (text: string) => void, wrong: readonly string[], placeholder?: string) => (
    <Labelled label={label} error={wrong.length > 0 ? t('announce.wrong', { lines: wrong.join(t('common:listSeparator')) }) : undefined}>
      {(id) => <Input.TextArea id={id} value={value} onChange={({ target }) => set(target.value)} autoSize={{ minRows: 4, maxRows: 10 }} placeholder={placeholder} />}
    </Labelled>
  );
  return (
    <ChangeDialog title={t('announce.title', { year })} change={change} onClose={onClose}>
      <Typography.Text type="secondary">{t('announce.note')}</Typography.Text>
      {field(t('announce.off'), off, setOff, days.wrongOff, t('announce.example', { year }))}
      {field(t('announce.working'), working, setWorking, days.wrongWorking)}
    </ChangeDialog>
  );
}
