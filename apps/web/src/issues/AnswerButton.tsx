import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ReasonModal } from '../ui/ReasonModal.js';

/** Answers a report: a decision in the visit that waits for it. */
export function AnswerButton({ visitId }: { visitId: string }) {
  const { t } = useTranslation('issues');
  const [open, setOpen] = useState(false);
  const answer = useDecision({ visitId });
  return (
    <>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>{t('toAnswer')}</Button>
      {answer.isError && <ProblemAlert error={answer.error} />}
      <ReasonModal open={open} title={t('toAnswer')} label={t('answerText')} busy={answer.isPending} onReason={(text) => answer.mutate({ action: 'answer', body: { answer: text } }, { onSuccess: () => setOpen(false) })} onCancel={() => setOpen(false)} />
    </>
  );
}
