import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/** Takes the appeal back; it cannot be filed again. */
export function WithdrawButton({ appealId }: { appealId: string }) {
  const { t } = useTranslation('appeals');
  const [open, setOpen] = useState(false);
  const decision = useDecision({ kind: 'appeal', id: appealId });
  const send = () => decision.mutate({ action: 'withdraw', body: { confirmed: true } }, { onSuccess: () => setOpen(false) });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>{t('withdraw.act')}</Button>
      <Modal open={open} title={t('withdraw.title')} okText={t('withdraw.act')} confirmLoading={decision.isPending} onOk={send} onCancel={() => setOpen(false)}>
        {t('withdraw.text')}
        {decision.isError && <ProblemAlert error={decision.error} onRetry={send} />}
      </Modal>
    </>
  );
}
