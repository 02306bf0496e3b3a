import type { CalendarChange } from '@fairmark/contracts/calendar';
import { Button, Checkbox, Flex, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../ui/Labelled.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { MovedDeadlines } from './MovedDeadlines.js';
import { useCalendarChange, useCalendarPreview } from './queries.js';

interface Props {
  title: string;
  /** What would be changed; undefined while something is missing. */
  change: CalendarChange | undefined;
  onClose: () => void;
  children: ReactNode;
}

/** A change of a calendar: what is typed, then the deadlines that move, then the reason that everybody concerned reads. */
export function ChangeDialog({ title, change, onClose, children }: Props) {
  const { t } = useTranslation('calendar');
  const [alsoEarlier, setAlsoEarlier] = useState(false);
  const [reason, setReason] = useState('');
  const preview = useCalendarPreview();
  const make = useCalendarChange();
  const asked = { change, alsoEarlier };
  // What was shown counts for what was asked only.
  const shown = preview.data && JSON.stringify(preview.variables) === JSON.stringify(asked) ? preview.data : undefined;
  const show = () => change && preview.mutate({ change, alsoEarlier });
  const apply = () => change && make.mutate({ change, alsoEarlier, reason: reason.trim() }, { onSuccess: onClose });
  const footer = shown
    ? <Button type="primary" disabled={reason.trim() === ''} loading={make.isPending} onClick={apply}>{t('apply')}</Button>
    : <Button type="primary" disabled={!change} loading={preview.isPending} onClick={show}>{t('preview.show')}</Button>;
  return (
    <Modal open title={title} onCancel={onClose} footer={<Flex justify="end" gap={8}><Button onClick={onClose}>{t('common:action.cancel')}</Button>{footer}</Flex>}>
      <Flex vertical gap={8}>
        {children}
        <Checkbox checked={alsoEarlier} onChange={({ target }) => setAlsoEarlier(target.checked)}>{t('alsoEarlier')}</Checkbox>
        {preview.isError && <ProblemAlert error={preview.error} />}
        {make.isError && <ProblemAlert error={make.error} />}
        {shown && <MovedDeadlines preview={shown} />}
        {shown && <Labelled label={t('reason')}>{(id) => <Input.TextArea id={id} value={reason} maxLength={500} autoSize={{ minRows: 2 }} onChange={({ target }) => setReason(target.value)} />}</Labelled>}
      </Flex>
    </Modal>
  );
}
