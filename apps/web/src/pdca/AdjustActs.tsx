import type { QuarterView } from '@fairmark/contracts/pdca';
import type { PlanList } from '@fairmark/contracts/plans';
import { useQuery } from '@tanstack/react-query';
import { Button, Divider, Flex, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '../api/client.js';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { nameOf } from '../ui/text.js';
import { ProposeForm } from './ProposeForm.js';

/** Adjusting: propose, drop, adopt an approved version, or leave everything as it is. */
export function AdjustActs({ visitId, view }: { visitId: string; view: QuarterView }) {
  const { t } = useTranslation('pdca');
  const decide = useDecision({ visitId });
  const [version, setVersion] = useState<string>();
  const [reason, setReason] = useState('');
  const [dropping, setDropping] = useState<string | null>(null);
  const plans = useQuery({ queryKey: ['plans'], queryFn: ({ signal }) => read<PlanList>('/plans', signal) }).data?.plans ?? [];
  const approved = plans.flatMap((plan) => plan.versions.filter(({ approvalState }) => approvalState === 'approved').map(({ id, no }) => ({ value: id, label: `${nameOf(plan)} · ${no}` })));
  const proposed = view.adjustmentList.filter(({ state }) => state === 'proposed');
  const drop = (given: string) => decide.mutate({ action: 'drop', body: { adjustmentId: dropping, reason: given } }, { onSettled: () => setDropping(null) });
  return (
    <Flex vertical gap={12}>
      {decide.isError && <ProblemAlert error={decide.error} />}
      <ProposeForm visitId={visitId} />
      {proposed.map(({ id, title }) => <div key={id}>{title} <Button size="small" onClick={() => setDropping(id)}>{t('drop')}</Button></div>)}
      <Divider style={{ margin: 0 }} />
      {proposed.length > 0 ? (
        <Flex wrap gap={8}>
          <Select aria-label={t('planVersion')} placeholder={t('planVersion')} style={{ minWidth: 260 }} value={version} onChange={setVersion} options={approved} />
          <Button type="primary" disabled={!version} loading={decide.isPending} onClick={() => decide.mutate({ action: 'adopt', body: { planVersionId: version } })}>{t('adopt')}</Button>
        </Flex>
      ) : (
        <Flex wrap gap={8}>
          <Input aria-label={t('unchangedReason')} placeholder={t('unchangedReason')} style={{ maxWidth: 420 }} value={reason} maxLength={4_000} onChange={(event) => setReason(event.target.value)} />
          <Button loading={decide.isPending} onClick={() => decide.mutate({ action: 'keepUnchanged', body: reason.trim() ? { reason } : {} })}>{t('unchanged')}</Button>
        </Flex>
      )}
      <ReasonModal open={dropping !== null} title={t('drop')} busy={decide.isPending} onReason={drop} onCancel={() => setDropping(null)} />
    </Flex>
  );
}
