import type { PlanVersionView } from '@fairmark/contracts/plans';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { read } from '../../api/client.js';
import { FindingList } from '../../plans/FindingList.js';
import { PlanReading } from '../../plans/reading/PlanReading.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { QueryState } from '../../ui/QueryState.js';
import { nameOf } from '../../ui/text.js';
import { ToneTag } from '../../ui/ToneTag.js';

const tone = { none: 'neutral', inReview: 'info', approved: 'good', rejected: 'bad' } as const;

/** The plan version that a case is about, for whoever decides about it: to read, and no other version. */
export function CasePlanPage() {
  const { approvalId } = useParams({ strict: false }) as { approvalId: string };
  const { t } = useTranslation('plans');
  const query = useQuery({ queryKey: ['approval', approvalId, 'plan'], queryFn: ({ signal }) => read<PlanVersionView>(`/approvals/${approvalId}/plan`, signal) });
  return (
    <QueryState query={query}>
      {(version) => (
        <Flex vertical gap={16}>
          <PageTitle title={`${nameOf(version.plan)} v${version.no}`} note={version.plan.code}>
            <ToneTag tone={tone[version.approvalState]}>{t(`approval.${version.approvalState}`)}</ToneTag>
            <Link to="/approvals/$approvalId" params={{ approvalId }}><Button>{t('reading.toCase')}</Button></Link>
          </PageTitle>
          <Card size="small" title={t('reading.findings')}><FindingList findings={version.findings} /></Card>
          <PlanReading plan={version.document} />
        </Flex>
      )}
    </QueryState>
  );
}
