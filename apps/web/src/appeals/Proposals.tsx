import type { AppealProposalView, AppealView } from '@fairmark/contracts/appeals';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { personName } from '../ui/PersonName.js';
import { colon } from '../ui/punctuation.js';
import { ChangedItems, Reasons } from './DecisionCards.js';

/** A proposal as the panel reads it. */
export function ProposalText({ appeal, proposal }: { appeal: AppealView; proposal: AppealProposalView }) {
  const { t } = useTranslation('appeals');
  const { rescorer } = proposal;
  const manager = rescorer?.kind === 'otherManager' ? appeal.rescorers.find((person) => person.id === rescorer.managerId) : undefined;
  return (
    <div>
      <Typography.Text strong>{t(`outcome.${proposal.outcome}`)}</Typography.Text> · {personName(proposal.by)}
      <ChangedItems appeal={appeal} items={proposal.items} />
      {rescorer && <div>{t('propose.rescorer')}{colon()}{manager ? personName(manager) : t(`propose.${rescorer.kind}`)}</div>}
      <Reasons {...proposal} />
    </div>
  );
}
