import type { RolloutView } from '@fairmark/contracts/rollouts';
import { useParams } from '@tanstack/react-router';
import { Button, Flex, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { Sections } from '../ui/Sections.js';
import { nameOf } from '../ui/text.js';
import { ToneTag } from '../ui/ToneTag.js';
import { RolloutActs } from './RolloutActs.js';
import { useRollout } from './queries.js';
import { tabs } from './tabs.js';

const phases = ['design', 'pilot', 'rollout', 'optimise'] as const;

/** The board of a rollout. */
export function RolloutPage() {
  const { rolloutId } = useParams({ strict: false }) as { rolloutId: string };
  return <QueryState query={useRollout(rolloutId)}>{(rollout) => <Board rollout={rollout} />}</QueryState>;
}

function Board({ rollout }: { rollout: RolloutView }) {
  const { t } = useTranslation('rollouts');
  const version = `${t('planVersion.label')} ${rollout.planVersion ? t('planVersion.no', { no: rollout.planVersion.no }) : t('planVersion.unset')}`;
  const people = `${t('column.sponsor')} ${personName(rollout.sponsor)} · ${t('column.lead')} ${personName(rollout.lead)}`;
  return (
    <Flex vertical gap={16}>
      <PageTitle title={nameOf(rollout)} note={`${people} · ${version}`}>
        {rollout.state !== 'running' && <ToneTag tone="warn">{t(`steps:phase.${rollout.state}`)}</ToneTag>}
        <RolloutActs rollout={rollout} />
        <Button onClick={() => globalThis.print()}>{t('report')}</Button>
      </PageTitle>
      <Steps size="small" responsive current={phases.indexOf(rollout.phase)} items={phases.map((phase) => ({ title: t(`steps:phase.${phase}`) }))} />
      <Sections sections={tabs.map(({ key, Component }) => ({ key, label: t(`tab.${key}`), content: <Component rollout={rollout} /> }))} />
    </Flex>
  );
}
