import type { RolloutView } from '@fairmark/contracts/rollouts';
import { Link } from '@tanstack/react-router';
import { Card, Empty, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';

/** Pilots, waves and quarters of a rollout. */
export function Children({ rollout }: { rollout: RolloutView }) {
  const { t } = useTranslation('rollouts');
  if (rollout.children.length === 0) return <Empty description={t('noChildren')} />;
  return (
    <Card size="small">
      {rollout.children.map((one) => <FactLine key={one.id} title={<ChildName rolloutId={rollout.id} child={one} />} facts={[t(`steps:phase.${one.phase}`), <Tag key="state">{t(`childState.${one.state}`)}</Tag>]} />)}
    </Card>
  );
}

/** A pilot and a quarter lead to their pages; a wave is worked on from the inbox. */
function ChildName({ rolloutId, child: { kind, key, name } }: { rolloutId: string; child: RolloutView['children'][number] }) {
  const { t } = useTranslation('rollouts');
  const title = `${t(`steps:kind.${kind}`)} ${key}${name ? ` · ${name}` : ''}`;
  if (kind === 'pilot') return <Link to="/rollouts/$rolloutId/pilots/$n" params={{ rolloutId, n: key }}>{title}</Link>;
  return kind === 'pdcaQuarter' ? <Link to="/rollouts/$rolloutId/pdca/$quarter" params={{ rolloutId, quarter: key }}>{title}</Link> : title;
}
