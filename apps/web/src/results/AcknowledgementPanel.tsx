import type { ResultDetail } from '@fairmark/contracts/results';
import type { AcceptanceView } from '@fairmark/contracts/reviews';
import { Button, Flex, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { useResult } from './queries.js';

/** Three separate acts: seen 已知悉, accepted 认可 (twice, revocable), appealed 申诉. */
export function AcknowledgementPanel({ review, task }: PanelProps) {
  return <QueryState query={useResult(review.id)}>{(result) => <Acts result={result} reviewId={review.id} visitId={task.visitId} />}</QueryState>;
}

function Acts({ result, reviewId, visitId }: { result: ResultDetail; reviewId: string; visitId: string }) {
  const { t } = useTranslation('results');
  const [confirming, setConfirming] = useState(false);
  const decision = useDecision({ visitId });
  const may = (act: AcceptanceView['nextActs'][number]): boolean => (result.acceptance?.nextActs.includes(act) ?? false);
  const confirmation = may('accept2') ? 2 : 1;
  const accept = () => decision.mutate({ action: 'accept', body: { confirmation } }, { onSettled: () => setConfirming(false) });
  return (
    <>
      <Typography.Paragraph>{t('acts.note')}</Typography.Paragraph>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Flex wrap gap={8}>
        {may('seen') && <Button loading={decision.isPending} onClick={() => decision.mutate({ action: 'seen', body: {} })}>{t('acts.seen')}</Button>}
        {(may('accept1') || may('accept2')) && <Button type="primary" loading={decision.isPending} onClick={() => setConfirming(true)}>{t(may('accept2') ? 'acts.acceptAgain' : 'acts.accept')}</Button>}
        {may('revoke') && <Button loading={decision.isPending} onClick={() => decision.mutate({ action: 'revoke', body: {} })}>{t('acts.revoke')}</Button>}
        {may('appeal') && <Link to="/reviews/$reviewId/appeal" params={{ reviewId }}><Button danger>{t('acts.appeal')}</Button></Link>}
      </Flex>
      <Modal open={confirming} title={t(`acts.confirm${confirmation}`)} okText={t('common:action.confirm')} confirmLoading={decision.isPending} onOk={accept} onCancel={() => setConfirming(false)}>
        {t(`acts.confirmText${confirmation}`)}
      </Modal>
    </>
  );
}
