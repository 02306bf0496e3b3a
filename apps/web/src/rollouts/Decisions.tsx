import type { RolloutView } from '@fairmark/contracts/rollouts';
import { Link } from '@tanstack/react-router';
import { Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { Gates } from './Gates.js';
import { ReadinessCard } from './ReadinessCard.js';

/** What waits for whom, how ready the gate is, and how the gates before were decided. */
export function Decisions({ rollout }: { rollout: RolloutView }) {
  const { t } = useTranslation('rollouts');
  return (
    <Flex vertical gap={12}>
      <Card size="small" title={t('next')}>
        {rollout.next.length === 0 ? t('nothingWaits') : rollout.next.map((one) => (
          <FactLine key={one.visitId} title={<Link to="/visits/$visitId" params={{ visitId: one.visitId }}>{t(`steps:step.${one.step}`)}</Link>} facts={[one.waitingFor.map(personName).join(t('common:listSeparator')), one.dueAt && showInstant(one.dueAt)]} />
        ))}
      </Card>
      {rollout.phase !== 'optimise' && <ReadinessCard rollout={rollout} />}
      <Gates gates={rollout.gates} />
    </Flex>
  );
}
