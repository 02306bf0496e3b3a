import type { PlanDraftBegun, PlanVersionView, PlanView } from '@fairmark/contracts/plans';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { read, request } from '../../api/client.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { QueryState } from '../../ui/QueryState.js';
import { Designer } from './Designer.js';
import { RetireVersion } from './RetireVersion.js';

/** One plan in one of its versions; without a version in the address the newest. */
export function DesignPage() {
  const { code } = useParams({ strict: false }) as { code: string };
  const plan = useQuery({ queryKey: ['plans', code], queryFn: ({ signal }) => read<PlanView>(`/plans/${encodeURIComponent(code)}`, signal) });
  return <QueryState query={plan} isEmpty={({ versions }) => versions.length === 0}>{(view) => <Versions plan={view} />}</QueryState>;
}

function Versions({ plan }: { plan: PlanView }) {
  const { t } = useTranslation('planDesign');
  const navigate = useNavigate();
  const client = useQueryClient();
  const { version } = useSearch({ strict: false }) as { version?: unknown };
  const no = plan.versions.find((one) => one.no === Number(version))?.no ?? plan.versions[0]?.no ?? 1;
  const path = `/plans/${encodeURIComponent(plan.code)}`;
  const show = (next: number) => void navigate({ to: '/plans/$code/design', params: { code: plan.code }, search: { version: next } as never });
  // A draft is loaded once: what the page itself saves must not replace what is being typed.
  const query = useQuery({ queryKey: ['plans', plan.code, 'version', no], queryFn: ({ signal }) => read<PlanVersionView>(`${path}/versions/${no}`, signal), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false });
  const begin = useMutation({
    mutationFn: () => request<PlanDraftBegun>('POST', `${path}/drafts`, { body: { from: no } }),
    onSuccess: async (begun) => {
      await client.invalidateQueries({ queryKey: ['plans', plan.code], exact: true });
      show(begun.no);
    },
  });
  return (
    <>
      {begin.isError && <ProblemAlert error={begin.error} />}
      <QueryState query={query}>
        {(view) => (
          <Designer key={`${view.id} ${view.revision} ${view.state}`} version={view} versions={plan.versions} onReload={() => void query.refetch()}>
            <Select aria-label={t('plans:version')} value={no} onChange={show} options={plan.versions.map((one) => ({ value: one.no, label: `v${one.no} ${t(`plans:state.${one.state}`)}` }))} style={{ minWidth: 130 }} />
            <Button loading={begin.isPending} onClick={() => begin.mutate()}>{t('begin')}</Button>
            <Button href={`/api${path}/versions/${no}/document`} download={`${plan.code}-v${no}.json`}>{t('download')}</Button>
            {view.state !== 'retired' && <RetireVersion path={`${path}/versions/${no}`} no={no} onRetired={() => void query.refetch()} />}
          </Designer>
        )}
      </QueryState>
    </>
  );
}
