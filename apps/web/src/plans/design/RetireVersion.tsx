import type { PlanVersionView } from '@fairmark/contracts/plans';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { ReasonModal } from '../../ui/ReasonModal.js';

/** Ends the life of a version, with a reason; what cycles did under it stays. */
export function RetireVersion({ path, no, onRetired }: { path: string; no: number; onRetired: () => void }) {
  const { t } = useTranslation('planDesign');
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const retire = useMutation({
    mutationFn: (reason: string) => request<PlanVersionView>('POST', `${path}/retire`, { body: { reason } }),
    onSuccess: () => {
      onRetired();
      void client.invalidateQueries({ queryKey: ['plans'], exact: true });
    },
    onSettled: () => setAsked(false),
  });
  return (
    <>
      <Button danger onClick={() => setAsked(true)}>{t('retire.act')}</Button>
      {retire.isError && <ProblemAlert error={retire.error} />}
      <ReasonModal open={asked} title={t('retire.title', { no })} busy={retire.isPending} onReason={(reason) => retire.mutate(reason)} onCancel={() => setAsked(false)} />
    </>
  );
}
