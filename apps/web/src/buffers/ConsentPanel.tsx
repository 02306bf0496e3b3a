import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { BufferSection } from './BufferSection.js';

/** The person agrees to the support plan, or sends it back with a reason. */
export function ConsentPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('buffers');
  const [objecting, setObjecting] = useState(false);
  const decision = useDecision({ visitId: task.visitId });
  return (
    <>
      <BufferSection reviewId={review.id} />
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Flex wrap gap={8} style={{ marginBlockStart: 16 }}>
        <Button type="primary" loading={decision.isPending} onClick={() => decision.mutate({ action: 'accept', body: {} })}>{t('agree')}</Button>
        <Button onClick={() => setObjecting(true)}>{t('object')}</Button>
      </Flex>
      <ReasonModal open={objecting} title={t('object')} busy={decision.isPending} onCancel={() => setObjecting(false)} onReason={(reason) => decision.mutate({ action: 'object', body: { reason } }, { onSettled: () => setObjecting(false) })} />
    </>
  );
}
