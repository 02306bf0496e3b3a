import type { QuarterView } from '@fairmark/contracts/pdca';
import { useParams } from '@tanstack/react-router';
import { Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { SimilarCases } from '../cases/SimilarCases.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { ToneTag } from '../ui/ToneTag.js';
import { Adjustments } from './Adjustments.js';
import { Dimensions } from './Dimensions.js';
import { QuarterActs } from './QuarterActs.js';
import { useQuarter } from './queries.js';
import { Versions } from './Versions.js';

/** One quarter of improvement: what waits first, then the five dimensions, the adjustments with their effects, and the versions. */
export function QuarterPage() {
  const { rolloutId, quarter } = useParams({ strict: false }) as { rolloutId: string; quarter: string };
  return <QueryState query={useQuarter(rolloutId, quarter)}>{(view) => <Quarter view={view} />}</QueryState>;
}

function Quarter({ view }: { view: QuarterView }) {
  const { t } = useTranslation('pdca');
  const about = view.adjustmentList.map(({ title, reason, expected }) => `${title} ${reason} ${expected.text}`).join(' ');
  const { versionsPerQuarter: versions, replacedPerSheet: replaced, movedBpPerSheet } = view.limits;
  return (
    <Flex vertical gap={16}>
      <PageTitle title={`${t('title')} · ${view.quarter}`} note={t('limits', { versions, replaced, moved: movedBpPerSheet / 100 })}>
        <ToneTag tone={view.state === 'closed' ? 'neutral' : view.state === 'paused' ? 'warn' : 'info'}>{view.outcome ? t(`outcome.${view.outcome}`) : t(`steps:phase.${view.phase}`)}</ToneTag>
      </PageTitle>
      {view.visits.map((visit) => <Typography.Text key={visit.id} type="secondary">{t(`steps:step.${visit.step}`)} · {visit.waitsFor.length > 0 ? t('waitsFor', { people: visit.waitsFor.map(personName).join('、') }) : t('nobody')}</Typography.Text>)}
      <QuarterActs view={view} />
      {view.state !== 'closed' && about !== '' && <SimilarCases text={about} />}
      <Card size="small" title={t('section.adjustments')}><Adjustments view={view} /></Card>
      <Card size="small" title={t('section.review')}><Dimensions view={view} /></Card>
      <Card size="small" title={t('section.versions')}><Versions view={view} /></Card>
    </Flex>
  );
}
