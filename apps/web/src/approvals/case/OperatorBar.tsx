import { Button, Dropdown, Grid } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './bar.css';

/** One thing that can be done. */
export interface Act {
  key: string;
  label: string;
  danger?: boolean;
  onClick: () => void;
}

const ON_PHONE = 2;
const ON_SCREEN = 5;

/** What can be done, the most used first. On a phone two buttons stay at the bottom of the screen, everything else is under "more". */
export function OperatorBar({ acts, busy, children }: { acts: readonly Act[]; busy: boolean; children?: ReactNode }) {
  const { t } = useTranslation('approvals');
  const wide = Grid.useBreakpoint().md ?? true;
  const shown = acts.slice(0, wide ? ON_SCREEN : ON_PHONE);
  const more = acts.slice(shown.length).map(({ key, label, danger = false, onClick }) => ({ key, label, danger, onClick }));
  if (acts.length === 0) return null;
  return (
    <div className={wide ? 'act-bar' : 'act-bar at-bottom'} role="group" aria-label={t('bar')}>
      {children}
      {shown.map((act, index) => <Button key={act.key} size="large" type={index === 0 ? 'primary' : 'default'} danger={act.danger ?? false} loading={busy && index === 0} disabled={busy} onClick={act.onClick} {...(wide ? {} : { block: true })}>{act.label}</Button>)}
      {more.length > 0 && <Dropdown trigger={['click']} placement="topRight" menu={{ items: more }}><Button size="large" disabled={busy}>{t('more')}</Button></Dropdown>}
    </div>
  );
}
