import type { RolloutView } from '@fairmark/contracts/rollouts';
import { Card, Empty, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';

/** Pilots, waves and quarters of a rollout. */
export function Children({ rollout }: { rollout: RolloutView }) {
  const { t } = useTranslation('rollouts');
  if (rollout.children.length === 0) return <Empty description={t('noChildren')} />;
  return (
    <Card size="small">
      {rollout.children.map((one) => <FactLine key={one.id} title={`${t(`steps:kind.${one.kind}`)} ${one.key}${one.name ? ` · ${one.name}` : ''}`} facts={[t(`steps:phase.${one.phase}`), <Tag key="state">{t(`childState.${one.state}`)}</Tag>]} />)}
    </Card>
  );
}
