import type { VisitView } from '@fairmark/contracts/inbox';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { VisitOperators } from '../approvals/case/VisitOperators.js';
import { RequestExtension } from '../approvals/submit/RequestExtension.js';
import { useSession } from '../identity/session.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { showInstant } from '../ui/format.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { ReviewVisit } from '../reviews/ReviewVisit.js';
import { RolloutVisit } from '../rollouts/RolloutVisit.js';
import { WaveVisit } from '../waves/WaveVisit.js';
import { DeadlineHistory } from './DeadlineHistory.js';
import { useVisit } from './queries.js';
import { VisitFacts } from './VisitFacts.js';

/** Children of a rollout that are worked on at pages of their own; a wave has its form here. */
const CHILDREN: readonly VisitView['kind'][] = ['pilot', 'pdcaQuarter'];

/** One visit: the form of its step for who has to act, the facts for everybody concerned. */
export function VisitPage() {
  const { visitId } = useParams({ strict: false }) as { visitId: string };
  return <QueryState query={useVisit(visitId)}>{(visit) => <Visit visit={visit} />}</QueryState>;
}

function Visit({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('inbox');
  if (visit.kind === 'calibration') return <Navigate to="/calibration/$sessionId" params={{ sessionId: visit.processId }} replace />;
  if (visit.kind === 'appeal' && visit.state === 'open') return <Navigate to="/appeals/$appealId" params={{ appealId: visit.processId }} replace />;
  if (visit.kind === 'approval') return <Navigate to="/approvals/$approvalId" params={{ approvalId: visit.processId }} replace />;
  if (CHILDREN.includes(visit.kind) && visit.state === 'open') return <Navigate to={visit.link as '/rollouts'} replace />;
  if (visit.step === 'issueAnswer' && visit.state === 'open') return <Navigate to="/rollouts/$rolloutId/issues" params={{ rolloutId: visit.processId }} replace />;
  const title = `${t(`steps:step.${visit.step}`)}${visit.subject ? ` · ${personName(visit.subject)}` : ''}`;
  return (
    <Flex vertical gap={16}>
      <PageTitle title={title} note={visit.cycle ? nameOf(visit.cycle) : undefined}>
        {visit.approvalId && <Link to="/approvals/$approvalId" params={{ approvalId: visit.approvalId }}><Button>{t('approval')}</Button></Link>}
        {visit.kind === 'cycle' && <Link to="/cycles/$cycleId" params={{ cycleId: visit.processId }}><Button>{t('wholeCycle')}</Button></Link>}
        {visit.kind === 'review' && visit.state === 'open' && visit.processActions.includes('extend') && <RequestExtension visitId={visit.id} />}
        {typeof visit.payload['rolloutId'] === 'string' && <Link to="/rollouts/$rolloutId" params={{ rolloutId: visit.payload['rolloutId'] }}><Button>{t('rollouts:title')}</Button></Link>}
        {visit.kind === 'review' && <Link to="/reviews/$reviewId" params={{ reviewId: visit.processId }}><Button>{t('wholeReview')}</Button></Link>}
      </PageTitle>
      {visit.decided && <Decided visit={visit} />}
      {visit.kind === 'review' && visit.state === 'open' && visit.actions.length > 0 && <ReviewVisit visit={visit} />}
      {visit.kind === 'rollout' && visit.state === 'open' && <RolloutVisit visit={visit} />}
      {visit.kind === 'wave' && visit.state === 'open' && <WaveVisit visit={visit} />}
      {visit.kind === 'cycle' && visit.state === 'open' && <VisitOperators visitId={visit.id}>{null}</VisitOperators>}
      <VisitFacts visit={visit} />
      <DeadlineHistory visit={visit} />
    </Flex>
  );
}

/** Who decided, when and how, and where the matter went on; to whoever decided it says that it is done. */
function Decided({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('inbox');
  const me = useSession().data?.person.id;
  if (!visit.decided) return null;
  const { by, at: instant } = visit.decided;
  const outcome = t(`steps:outcome.${visit.decided.outcome}`, { defaultValue: t('steps:outcome.decided') });
  const facts = { at: showInstant(instant), outcome };
  if (by?.id === me) return <Alert type="success" showIcon title={t('youDecided', facts)} action={<Link to="/inbox"><Button size="small" type="primary">{t('toInbox')}</Button></Link>} />;
  const text = by ? t('common:conflict.alreadyDecided', { name: personName(by), ...facts }) : t('endedByItself', facts);
  return <Alert type="info" showIcon title={text} action={visit.successorId && <Link to="/visits/$visitId" params={{ visitId: visit.successorId }}><Button size="small">{t('successor')}</Button></Link>} />;
}
