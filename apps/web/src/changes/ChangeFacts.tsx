import type { ChangeView } from '@fairmark/contracts/changes';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { colon } from '../ui/punctuation.js';
import { nameOf } from '../ui/text.js';

/** From whom to whom, from when, who reported it and why. */
export function ChangeFacts({ change }: { change: ChangeView }) {
  const { t } = useTranslation('changes');
  const { kind, employee, department, from, to, toDepartment, effectiveOn, until, reason, madeBy, createdAt } = change;
  const arrow = (before: string | null, after: string | null): string => `${before ?? '–'} → ${after ?? '–'}`;
  const people = kind === 'left' ? t(to ? 'fact.successor' : 'fact.noSuccessor', { name: to ? personName(to) : '' }) : from || to ? `${t('fact.manager')}${colon()}${arrow(from && personName(from), to && personName(to))}` : null;
  const departments = toDepartment ? `${t('fact.department')}${colon()}${arrow(department && nameOf(department), nameOf(toDepartment))}` : employee && department ? nameOf(department) : null;
  const made = change.source === 'import' ? t('fact.byImport', { at: showInstant(createdAt) }) : t('fact.madeBy', { name: madeBy ? personName(madeBy) : '–', at: showInstant(createdAt) });
  const when = until ? t('fact.fromUntil', { from: effectiveOn, until }) : t('fact.effectiveOn', { day: effectiveOn });
  return (
    <>
      <div>{[when, people, departments].filter(Boolean).join(' · ')}</div>
      <Typography.Text type="secondary">{[made, reason].filter(Boolean).join(' · ')}</Typography.Text>
    </>
  );
}
