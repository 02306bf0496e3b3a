import type { ExportView } from '@fairmark/contracts/exports';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/** Asks for the payroll of a cycle and leads to where it will be. */
export function ExportPayroll({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('exports');
  const navigate = useNavigate();
  const ask = useMutation({ mutationFn: () => request<ExportView>('POST', `/cycles/${cycleId}/exports/payroll`), onSuccess: () => navigate({ to: '/exports' }) });
  return (
    <>
      <Button loading={ask.isPending} onClick={() => ask.mutate()}>{t('askPayroll')}</Button>
      {ask.isError && <ProblemAlert error={ask.error} />}
    </>
  );
}
