import { Button, Flex, Tabs, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { SimilarCases } from '../cases/SimilarCases.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { ProposalText } from './Proposals.js';
import { ProposeForm } from './ProposeForm.js';
import type { TaskProps } from './TaskCards.js';

/** The panel deliberates: proposals, the one request for papers, and the ballot. */
export function DeliberationTask({ appeal, task }: TaskProps) {
  const { t } = useTranslation('appeals');
  const [asking, setAsking] = useState(false);
  const decision = useDecision({ visitId: task.visitId });
  const may = (action: string): boolean => task.actions.includes(action);
  const proposals = appeal.proposals.map((proposal) => <ProposalText key={proposal.id} appeal={appeal} proposal={proposal} />);
  return (
    <Flex vertical gap={12}>
      <Typography.Text>{t('deliberation.note')}</Typography.Text>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Tabs items={[
        { key: 'proposals', label: t('deliberation.proposals', { count: proposals.length }), children: <Flex vertical gap={16}>{proposals.length > 0 ? proposals : t('deliberation.none')}</Flex> },
        { key: 'propose', label: t('propose.title'), children: <ProposeForm appeal={appeal} visitId={task.visitId} /> },
      ]} />
      <SimilarCases text={`${t('grounds')} ${[...new Set(appeal.items.map(({ ground }) => t(`ground.${ground}`)))].join(' ')}`} />
      <Flex wrap gap={8}>
        {may('openBallot') && <Button type="primary" loading={decision.isPending} onClick={() => decision.mutate({ action: 'openBallot', body: {} })}>{t('deliberation.openBallot')}</Button>}
        {may('requestPapers') && <Button onClick={() => setAsking(true)}>{t('deliberation.requestPapers')}</Button>}
      </Flex>
      <ReasonModal
        open={asking} title={t('deliberation.requestPapers')} label={t('deliberation.which')} busy={decision.isPending} onCancel={() => setAsking(false)}
        onReason={(text) => decision.mutate({ action: 'requestPapers', body: { text } }, { onSettled: () => setAsking(false) })}
      />
    </Flex>
  );
}
