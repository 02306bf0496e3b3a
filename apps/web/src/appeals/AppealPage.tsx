import type { AppealView } from '@fairmark/contracts/appeals';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { CaseCards } from './CaseCards.js';
import { DecisionCards } from './DecisionCards.js';
import { HrActs } from './HrActs.js';
import { HrButtons } from './HrButtons.js';
import { useAppeal } from './queries.js';
import { TaskCards } from './TaskCards.js';
import { WaitCard } from './WaitCard.js';
import { WithdrawButton } from './WithdrawButton.js';
import { ToneTag } from '../ui/ToneTag.js';

/** One appeal, for each reader what concerns them: what waits for them first, then the decision and the case. */
export function AppealPage() {
  const { appealId } = useParams({ strict: false }) as { appealId: string };
  return <QueryState query={useAppeal(appealId)}>{(appeal) => <Appeal appeal={appeal} />}</QueryState>;
}

function Appeal({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals');
  const withCase = appeal.reader !== 'hr' && appeal.reader !== 'admitter';
  return (
    <Flex vertical gap={16}>
      <PageTitle title={`${t('one')} · ${personName(appeal.employee)}`} note={`${nameOf(appeal.cycle)} · ${t(`about.${appeal.about}`)}`}>
        <ToneTag tone={appeal.step === 'closed' ? 'neutral' : 'info'}>{appeal.closedAs ? t(`ending.${appeal.closedAs}`) : t(`steps:phase.${appeal.step}`)}</ToneTag>
        {appeal.level === 2 && <Tag>{t('level2')}</Tag>}
        {withCase && <Link to="/reviews/$reviewId" params={{ reviewId: appeal.reviewId }}><Button>{t('toReview')}</Button></Link>}
        <HrButtons appeal={appeal} />
        {appeal.mayWithdraw && <WithdrawButton appealId={appeal.id} />}
      </PageTitle>
      {appeal.payHeld && <Alert type="info" showIcon title={t('payHeld')} />}
      <TaskCards appeal={appeal} />
      <DecisionCards appeal={appeal} />
      <WaitCard appeal={appeal} />
      <HrActs acts={appeal.hrActs} />
      <CaseCards appeal={appeal} />
    </Flex>
  );
}
