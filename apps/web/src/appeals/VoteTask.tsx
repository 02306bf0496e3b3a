import { Alert, Button, Flex, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ProposalText } from './Proposals.js';
import type { TaskProps } from './TaskCards.js';

/** One vote in the open ballot, final. */
export function VoteTask({ appeal, task }: TaskProps) {
  const { t } = useTranslation('appeals');
  const [chosen, setChosen] = useState<string>();
  const decision = useDecision({ visitId: task.visitId });
  const { ballot } = appeal;
  if (!ballot) return null;
  const proposals = appeal.proposals.filter((proposal) => ballot.proposalIds.includes(proposal.id));
  return (
    <Flex vertical gap={12}>
      <Alert type="info" showIcon title={t('vote.note', { ballot: ballot.number, voted: ballot.votedIds.length, members: appeal.panel?.members.length ?? 0 })} />
      <Radio.Group value={chosen} onChange={(event) => setChosen(String(event.target.value))} style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
        {proposals.map((proposal) => <Radio key={proposal.id} value={proposal.id} style={{ whiteSpace: 'normal', alignItems: 'start' }}><ProposalText appeal={appeal} proposal={proposal} /></Radio>)}
      </Radio.Group>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Flex><Button type="primary" disabled={!chosen} loading={decision.isPending} onClick={() => decision.mutate({ action: 'vote', body: { proposalId: chosen, ballot: ballot.number } })}>{t('vote.act')}</Button></Flex>
    </Flex>
  );
}
