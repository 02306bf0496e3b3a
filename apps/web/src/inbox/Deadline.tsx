import { Tooltip, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { ToneTag } from '../ui/ToneTag.js';

interface Props {
  dueAt: string;
  zone: string | null;
  provisional: boolean;
  atDeadline: string;
}

/** Until when, in the zone in which it was computed, and what happens then. */
export function Deadline({ dueAt, zone, provisional, atDeadline }: Props) {
  const { t } = useTranslation();
  const [now] = useState(() => Date.now());
  const overdue = Date.parse(dueAt) < now;
  return (
    <div>
      <Tooltip title={zone ? t('time.zone', { zone }) : undefined}><Typography.Text type={overdue ? 'danger' : undefined}>{t('time.due', { at: showInstant(dueAt, zone ?? undefined) })}</Typography.Text></Tooltip>
      {overdue && <span style={{ marginInlineStart: 8 }}><ToneTag tone="bad">{t('time.overdue')}</ToneTag></span>}
      {provisional && <Tooltip title={t('time.provisional')}><span style={{ marginInlineStart: 8 }}><ToneTag tone="warn">{t('time.provisionalShort')}</ToneTag></span></Tooltip>}
      <Typography.Text type="secondary"> · {t('inbox:atDeadline', { what: t(`steps:atDeadline.${atDeadline}`) })}</Typography.Text>
    </div>
  );
}
