import type { PersonCalendarView } from '@fairmark/contracts/calendar';
import { Button, Card, Empty, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LEAVE_KINDS } from '../changes/leaveKinds.js';
import { FactLine } from '../ui/FactLine.js';
import { Labelled } from '../ui/Labelled.js';
import { personName } from '../ui/PersonName.js';
import { PersonPicker } from '../ui/PersonPicker.js';
import { QueryState } from '../ui/QueryState.js';
import { ChangeDialog } from './ChangeDialog.js';
import { RecordLeave } from './RecordLeave.js';
import { usePersonCalendar } from './queries.js';

/** The calendar of one person: zone and leave. */
export function PersonSection() {
  const { t } = useTranslation('calendar');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const query = usePersonCalendar(chosen[0]);
  return (
    <Flex vertical gap={12}>
      <div style={{ maxWidth: 420 }}><Labelled label={t('person')}>{(id) => <PersonPicker id={id} max={1} value={chosen} onChange={setChosen} />}</Labelled></div>
      {chosen[0] !== undefined && <QueryState query={query}>{(view) => <Person view={view} />}</QueryState>}
    </Flex>
  );
}

type Open = { kind: 'record' } | { kind: 'zone' } | { kind: 'remove'; validFrom: string } | null;

function Person({ view }: { view: PersonCalendarView }) {
  const { t } = useTranslation('calendar');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const name = personName(view.person);
  const employeeId = view.person.id;
  const kindName = (kind: string): string => (LEAVE_KINDS.some((one) => one === kind) ? t(`changes:leave.${kind}`) : kind);
  return (
    <Card size="small" title={name} extra={<Button size="small" onClick={() => setOpen({ kind: 'zone' })}>{t('zone.change')}</Button>}>
      <Flex vertical gap={8}>
        <div>{t('common:time.zone', { zone: view.zone })} · {t(`countries.${view.country}`, { defaultValue: view.country })}</div>
        {view.leaves.length === 0 && <Empty description={t('leave.none')} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
        {view.leaves.map((leave) => (
          <Flex key={leave.validFrom} align="center" justify="space-between" gap={8}>
            <FactLine title={kindName(leave.kind)} facts={[t('leave.period', { from: leave.validFrom, to: leave.validTo })]} />
            <Button size="small" onClick={() => setOpen({ kind: 'remove', validFrom: leave.validFrom })}>{t('common:action.remove')}</Button>
          </Flex>
        ))}
        <div><Button onClick={() => setOpen({ kind: 'record' })}>{t('leave.record')}</Button></div>
      </Flex>
      {open?.kind === 'record' && <RecordLeave title={`${t('leave.record')} · ${name}`} employeeId={employeeId} onClose={close} />}
      {open?.kind === 'remove' && <ChangeDialog title={`${t('leave.remove')} · ${name}`} change={{ kind: 'leaveRemoved', employeeId, validFrom: open.validFrom }} onClose={close}>{t('leave.removes', { from: open.validFrom })}</ChangeDialog>}
      {open?.kind === 'zone' && <ChangeZone title={`${t('zone.change')} · ${name}`} view={view} onClose={close} />}
    </Card>
  );
}

function ChangeZone({ title, view, onClose }: { title: string; view: PersonCalendarView; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const [zone, setZone] = useState(view.zone);
  const typed = zone.trim();
  return (
    <ChangeDialog title={title} change={typed !== '' && typed !== view.zone ? { kind: 'zoneChanged', employeeId: view.person.id, zone: typed } : undefined} onClose={onClose}>
      <Labelled label={t('zone.label')} note={t('zone.note')}>{(id) => <Input id={id} value={zone} maxLength={64} onChange={({ target }) => setZone(target.value)} />}</Labelled>
    </ChangeDialog>
  );
}
