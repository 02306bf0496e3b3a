import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftState } from './useDraft.js';

/** Says whether what was typed is safe. */
export function DraftNote({ state }: { state: DraftState }) {
  const { t } = useTranslation();
  if (state === 'idle') return null;
  return <Typography.Text type={state === 'notSaved' ? 'danger' : 'secondary'} role="status">{t(`state.${state}`)}</Typography.Text>;
}
