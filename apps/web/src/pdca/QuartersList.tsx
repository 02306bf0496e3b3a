import { Link } from '@tanstack/react-router';
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { QueryState } from '../ui/QueryState.js';
import { useQuarters } from './queries.js';

/** Quarters of a rollout, newest first. */
export function QuartersList({ rolloutId }: { rolloutId: string }) {
  const { t } = useTranslation('pdca');
  return (
    <QueryState query={useQuarters(rolloutId)} isEmpty={({ quarters }) => quarters.length === 0} empty={t('none')}>
      {({ quarters }) => (
        <Flex vertical>
          {quarters.map(({ id, quarter, state, outcome, ...counts }) => (
            <FactLine key={id} title={<Link to="/rollouts/$rolloutId/pdca/$quarter" params={{ rolloutId, quarter }}>{quarter}</Link>} facts={[t(`state.${state}`), outcome && t(`outcome.${outcome}`), t('counts', { ...counts })]} />
          ))}
        </Flex>
      )}
    </QueryState>
  );
}
