import type { PlanDifferencesView, PlanVersionSummary } from '@fairmark/contracts/plans';
import { useQuery } from '@tanstack/react-query';
import { Empty, Flex, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '../../api/client.js';
import { PlanDifferences } from '../../planMoves/Differences.js';
import { QueryState } from '../../ui/QueryState.js';

/** Where this version differs from another one, in words; the version before it is chosen first. */
export function VersionDifferences({ path, no, versions }: { path: string; no: number; versions: readonly PlanVersionSummary[] }) {
  const { t } = useTranslation('planDesign');
  const others = versions.filter((one) => one.no !== no);
  const [against, setAgainst] = useState(others.find((one) => one.no < no)?.no ?? others[0]?.no);
  const query = useQuery({ queryKey: ['plan-differences', path, against], queryFn: ({ signal }) => read<PlanDifferencesView>(`${path}/differences?against=${against}`, signal), enabled: against !== undefined, gcTime: 0 });
  if (against === undefined) return <Empty description={t('differences.only')} />;
  return (
    <Flex vertical gap={12}>
      <Select aria-label={t('differences.against')} value={against} onChange={setAgainst} options={others.map((one) => ({ value: one.no, label: t('differences.with', { no: one.no }) }))} style={{ maxWidth: 240 }} />
      <QueryState query={query}>{({ differences }) => <PlanDifferences differences={differences} />}</QueryState>
    </Flex>
  );
}
