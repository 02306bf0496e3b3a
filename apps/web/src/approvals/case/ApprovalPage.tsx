import type { ApprovalView } from '@fairmark/contracts/approvals';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../../ui/format.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { personName } from '../../ui/PersonName.js';
import { QueryState } from '../../ui/QueryState.js';
import { textOf } from '../../ui/text.js';
import { ToneTag } from '../../ui/ToneTag.js';
import { useApproval } from '../queries.js';
import { CaseActs } from './CaseActs.js';
import { CaseChart } from './CaseChart.js';
import { CaseFacts } from './CaseFacts.js';
import { MarkCopyRead } from './MarkCopyRead.js';
import { CaseTimeline } from './CaseTimeline.js';

const tone = { running: 'info', returned: 'warn', approved: 'good', rejected: 'bad', withdrawn: 'neutral', ended: 'neutral' } as const;

/** One approval: what it is about, where it stands, who did what, and what the reader may do. */
export function ApprovalPage() {
  const { approvalId } = useParams({ strict: false }) as { approvalId: string };
  return <QueryState query={useApproval(approvalId)}>{(view) => <Case view={view} />}</QueryState>;
}

function Case({ view }: { view: ApprovalView }) {
  const { t } = useTranslation('approvals');
  const router = useRouter();
  const title = view.subject ? `${textOf(view.title)} · ${personName(view.subject)}` : textOf(view.title);
  const submitted = t('case.submitted', { name: view.submitter ? personName(view.submitter) : t('case.system'), at: showInstant(view.submittedAt) });
  return (
    <Flex vertical gap={16}>
      <PageTitle title={title} note={[view.purpose && t(`purpose.${view.purpose}`), submitted].filter(Boolean).join(' · ')}>
        <ToneTag tone={tone[view.state]}>{t(`case.state.${view.state}`)}</ToneTag>
        <MarkCopyRead view={view} />
        <Link to="/approvals/$approvalId/history" params={{ approvalId: view.id }}><Button>{t('history:open')}</Button></Link>
        {view.link && view.link !== `/approvals/${view.id}` && <Button onClick={() => router.history.push(view.link ?? '/')}>{t('case.matter')}</Button>}
      </PageTitle>
      <CaseFacts view={view} />
      <Card size="small" title={t('case.chart')}><CaseChart view={view} /></Card>
      <Card size="small" title={t('case.timeline')}><CaseTimeline view={view} /></Card>
      <CaseActs view={view} />
    </Flex>
  );
}
