import type { ChangeView } from '@fairmark/contracts/changes';
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { ToneTag } from '../ui/ToneTag.js';

const tone = { scheduled: 'info', applying: 'warn', applied: 'good' } as const;

/** The state of a change, and of how many processes it has been taken in. */
export function ChangeProgress({ change }: { change: ChangeView }) {
  const { t } = useTranslation('changes');
  const { state, done, total, moved } = change;
  return (
    <Flex wrap gap={4}>
      <ToneTag tone={tone[state]}>{t(`state.${state}`)}</ToneTag>
      {state !== 'scheduled' && <ToneTag tone="neutral">{t('progress', { done, total, moved })}</ToneTag>}
    </Flex>
  );
}
