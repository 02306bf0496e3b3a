import type { CalendarChange, CalendarDay } from '@fairmark/contracts/calendar';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../ui/Labelled.js';
import { ChangeDialog } from './ChangeDialog.js';
import { kindOf } from './dayTones.js';

type Wish = 'off' | 'working' | 'removed';

/** Makes one day a day off or a working day of the company, or takes such a day back. */
export function CompanyDay({ country, day, known, onClose }: { country: string; day: string; known: CalendarDay | undefined; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const works = known?.working ?? true;
  const [wish, setWish] = useState<Wish>(known?.kind === 'company' ? 'removed' : works ? 'off' : 'working');
  const [name, setName] = useState('');
  const change: CalendarChange = wish === 'removed' ? { kind: 'companyDayRemoved', country, day } : { kind: 'companyDay', country, day, working: wish === 'working', name: name.trim() || null };
  const wishes: Wish[] = known?.kind === 'company' ? ['removed', works ? 'off' : 'working'] : [works ? 'off' : 'working'];
  return (
    <ChangeDialog title={`${day} · ${known ? t(`kind.${kindOf(known)}`) : t('kind.working')}${known?.name ? ` · ${known.name}` : ''}`} change={change} onClose={onClose}>
      <Radio.Group value={wish} onChange={({ target }) => setWish(target.value as Wish)} options={wishes.map((value) => ({ value, label: t(`wish.${value}`) }))} />
      {wish !== 'removed' && <Labelled label={t('name')}>{(id) => <Input id={id} value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />}</Labelled>}
    </ChangeDialog>
  );
}
