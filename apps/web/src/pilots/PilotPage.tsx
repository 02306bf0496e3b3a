import type { PilotView } from '@fairmark/contracts/pilots';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { read } from '../api/client.js';
import { PageTitle } from '../ui/PageTitle.js';
import { QueryState } from '../ui/QueryState.js';
import { GuardChart } from './GuardChart.js';
import { PilotActs } from './PilotActs.js';

const usePilot = (rolloutId: string, no: string) => useQuery({ queryKey: ['rollouts', rolloutId, 'pilots', no], queryFn: ({ signal }) => read<PilotView>(`/rollouts/${rolloutId}/pilots/${no}`, signal) });

/** One iteration of a pilot: what waits first, then cohort and coverage, guards, weekly reviews, and the evaluation in words. */
export function PilotPage() {
  const { rolloutId, n } = useParams({ strict: false }) as { rolloutId: string; n: string };
  return <QueryState query={usePilot(rolloutId, n)}>{(view) => <Pilot view={view} />}</QueryState>;
}

function Pilot({ view }: { view: PilotView }) {
  const { t, i18n } = useTranslation('pilots');
  const chosen = (id: string) => (view.proposal?.pilots.includes(id) ? t('proposed') : view.proposal?.matches.some(({ comparisonId }) => comparisonId === id) ? t('proposedComparison') : '');
  const gaps = (view.proposal?.coverage ?? []).filter(({ why }) => why);
  return (
    <Flex vertical gap={16}>
      <PageTitle title={`${t('title')} ${view.no}`} note={view.outcome ? t(`outcome.${view.outcome}`) : t(`steps:phase.${view.phase}`)} />
      <PilotActs view={view} />
      <Card size="small" title={t('section.cohort')}>
        {gaps.map(({ stratum, value, chosen: found, wanted, why }) => <Typography.Paragraph key={`${stratum}${value}`} type="warning">{t(`gap.${why ?? ''}`, { stratum: t(`stratum.${stratum}`), value, found, wanted })}</Typography.Paragraph>)}
        {view.communities.map(({ id, code, name, nameEn, role, type }) => <div key={id}>{code} · {i18n.language === 'en' ? (nameEn ?? name) : name} · {type} · {role ? t(`role.${role}`) : chosen(id)}</div>)}
      </Card>
      <Card size="small" title={t('section.guards')}>{view.measures.map((measure) => <GuardChart key={measure.key} measure={measure} />)}</Card>
      <Card size="small" title={t('section.reviews')}>
        {view.reviews.map(({ no, problems, note }) => <Typography.Paragraph key={no}>{t('review', { no })} {note} {problems.map(({ id, text, closedIn }) => `${id} ${text}${closedIn ? ` (${t('closed')})` : ''}`).join('; ')}</Typography.Paragraph>)}
      </Card>
      <Card size="small" title={t('section.evaluation')}>{(view.evaluation ?? []).map(({ key, words }) => <Typography.Paragraph key={key}>{t(`pdca:measure.${key}`)}: {i18n.language === 'en' ? (words.en ?? words.zh) : words.zh}</Typography.Paragraph>)}</Card>
    </Flex>
  );
}
