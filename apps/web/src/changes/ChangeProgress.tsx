import type { ChangeView } from '@fairmark/contracts/changes';
import { useTranslation } from 'react-i18next';
import { ToneTag } from '../ui/ToneTag.js';

const tone = { scheduled: 'info', applying: 'warn', applied: 'good' } as const;

/** The state of a change, and of how many processes it has been taken in. */
export function ChangeProgress({ change }: { change: ChangeView }) {
  const { t } = useTranslation('changes');
  const { state, done, total, moved } = change;
  return (
    <span>
      <ToneTag tone={tone[state]}>{t(`state.${state}`)}</ToneTag>
      {state !== 'scheduled' && <ToneTag tone="neutral">{t('progress', { done, total, moved })}</ToneTag>}
    </span>
  );
}
