import type { CycleLaunched, CycleView } from '@fairmark/contracts/cycles';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { usePreflight } from './queries.js';

/** Starts the cycle for exactly the number of people that was shown. */
export function Launch({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation('cycles');
  const client = useQueryClient();
  const preflight = usePreflight(cycle.id, true).data;
  const launch = useMutation({
    mutationFn: (expectedPeople: number) => request<CycleLaunched>('POST', `/cycles/${cycle.id}/launch`, { body: { expectedPeople } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['cycle', cycle.id] }),
  });
  return (
    <div>
      {launch.isError && <ProblemAlert error={launch.error} />}
      <Popconfirm title={t('launch.confirm', { count: preflight?.people ?? 0 })} onConfirm={() => preflight && launch.mutate(preflight.people)} disabled={!preflight || preflight.blocking > 0}>
        <Button type="primary" size="large" loading={launch.isPending} disabled={!preflight || preflight.blocking > 0 || preflight.people === 0}>{t('launch.start')}</Button>
      </Popconfirm>
    </div>
  );
}
