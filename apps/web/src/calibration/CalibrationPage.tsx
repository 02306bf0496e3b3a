import type { CalibrationView } from '@fairmark/contracts/calibration';
import { useParams } from '@tanstack/react-router';
import { Alert, Card, Flex, Select, Typography } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { useVisit } from '../inbox/queries.js';
import { VisitFacts } from '../inbox/VisitFacts.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { inBrackets } from '../ui/punctuation.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf, textOf } from '../ui/text.js';
import { ManagerTable } from './ManagerTable.js';
import { QuotaTable } from './QuotaTable.js';
import { useCalibration } from './queries.js';
import { SignOff } from './SignOff.js';
import { SubjectTable } from './SubjectTable.js';
import { ToneTag } from '../ui/ToneTag.js';

const DistributionChart = lazy(() => import('./DistributionChart.js').then((m) => ({ default: m.DistributionChart })));

/** One calibration session 校准会. */
export function CalibrationPage() {
  const { sessionId } = useParams({ strict: false }) as { sessionId: string };
  return <QueryState query={useCalibration(sessionId)}>{(session) => <Session session={session} />}</QueryState>;
}

function Session({ session }: { session: CalibrationView }) {
  const { t } = useTranslation('calibration');
  const members = session.members.map(({ person, role }) => `${personName(person)}${inBrackets(t(`role.${role}`))}`).join(t('common:listSeparator'));
  return (
    <Flex vertical gap={16}>
      <PageTitle title={`${t('title')} · ${nameOf(session.department)}`} note={textOf(session.cycle)}><ToneTag tone="info">{t(session.visit?.step === 'signOff' ? 'signOff.state' : `state.${session.state}`)}</ToneTag></PageTitle>
      <Typography.Text type="secondary">{t('members', { members })}</Typography.Text>
      {session.visit && <SessionFacts visitId={session.visit.id} />}
      <Discussion session={session} />
      <Flex wrap gap={16}>
        <Card size="small" title={t('distribution')} style={{ flex: 1, minWidth: 320 }}><Suspense><DistributionChart session={session} /></Suspense></Card>
        <Card size="small" title={t('quota.title')} style={{ flex: 1, minWidth: 320 }}><QuotaTable session={session} /></Card>
      </Flex>
      <Card size="small" title={t('managers.title')}><ManagerTable session={session} /></Card>
      <SubjectTable session={session} />
      <SignOff session={session} />
    </Flex>
  );
}

/** Who has to act, since when, and what happens at the deadline. */
function SessionFacts({ visitId }: { visitId: string }) {
  return <QueryState query={useVisit(visitId)}>{(visit) => <VisitFacts visit={visit} />}</QueryState>;
}

/** The chair says which group is talked about; whoever belongs to it does not see it meanwhile. */
function Discussion({ session }: { session: CalibrationView }) {
  const { t } = useTranslation('calibration');
  const decision = useDecision({ visitId: session.visit?.id ?? '' });
  const hidden = session.groups.some((group) => group.hidden);
  const groups = session.groups.map((group) => ({ value: group.id, label: group.manager ? t('groupOf', { name: personName(group.manager) }) : t('group') }));
  return (
    <>
      {hidden && <Alert type="warning" showIcon title={t('hidden')} />}
      {session.may.decide && session.visit?.step === 'deliberation' && (
        <Flex wrap align="center" gap={8}>
          {t('discussed')}
          <Select
            aria-label={t('discussed')} allowClear value={session.discussedGroupId ?? undefined} options={groups} style={{ minWidth: 220 }} placeholder={t('nobodyDiscussed')} loading={decision.isPending}
            onChange={(groupId?: string) => decision.mutate({ action: 'discuss', body: { groupId: groupId ?? null } })}
          />
        </Flex>
      )}
      {decision.isError && <ProblemAlert error={decision.error} />}
    </>
  );
}
