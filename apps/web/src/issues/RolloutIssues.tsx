import type { IssueView } from '@fairmark/contracts/issues';
import type { RolloutView } from '@fairmark/contracts/rollouts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Checkbox, Flex, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { showInstant } from '../ui/format.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { AnswerButton } from './AnswerButton.js';
import { IssueCard } from './IssueCard.js';
import { useIssues } from './queries.js';

/** The list as a part of the board. */
export const IssuesTab = ({ rollout }: { rollout: Pick<RolloutView, 'id'> }) => <Reports rolloutId={rollout.id} />;

/** The list as a page of its own, where the inbox leads to. */
export function RolloutIssues() {
  const { rolloutId = '' } = useParams({ strict: false }) as { rolloutId?: string };
  return <Reports rolloutId={rolloutId} />;
}

/** Reports of a rollout, those that wait longest first: the list of the weekly review. */
function Reports({ rolloutId }: { rolloutId: string }) {
  const { t } = useTranslation('issues');
  const [all, setAll] = useState(false);
  const [page, setPage] = useState(1);
  const query = useIssues(rolloutId, all ? 'all' : 'open', page);
  return (
    <Flex vertical gap={8}>
      <PageTitle title={t('listTitle')}><Checkbox checked={all} onChange={(event) => { setAll(event.target.checked); setPage(1); }}>{t('showAll')}</Checkbox></PageTitle>
      <QueryState query={query} isEmpty={({ total }) => total === 0}>
        {({ issues, total }) => <>{issues.map((issue) => <Line key={issue.id} rolloutId={rolloutId} issue={issue} />)}<Pagination size="small" current={page} total={total} pageSize={20} onChange={setPage} hideOnSinglePage showSizeChanger={false} /></>}
      </QueryState>
    </Flex>
  );
}

function Line({ rolloutId, issue }: { rolloutId: string; issue: IssueView }) {
  const { t } = useTranslation('issues');
  const client = useQueryClient();
  const close = useMutation({ mutationFn: () => request('POST', `/rollouts/${rolloutId}/issues/${issue.id}/close`, { body: {} }), onSettled: () => client.invalidateQueries({ queryKey: ['issues'] }) });
  const facts = [issue.reporter ? personName(issue.reporter) : t('anonymousOne'), issue.dueAt && t('dueAt', { at: showInstant(issue.dueAt) }), issue.answeredBy && t('answeredBy', { name: personName(issue.answeredBy) })];
  return (
    <IssueCard issue={issue} facts={facts}>
      {close.isError && <ProblemAlert error={close.error} />}
      <Flex gap={8} style={{ marginBlockStart: 8 }}>
        {issue.visitId && <AnswerButton visitId={issue.visitId} />}
        {issue.state === 'answered' && <Button size="small" loading={close.isPending} onClick={() => close.mutate()}>{t('close')}</Button>}
      </Flex>
    </IssueCard>
  );
}
