import type { RiskView } from '@fairmark/contracts/risks';
import type { RolloutView } from '@fairmark/contracts/rollouts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { useSession } from '../identity/session.js';
import { showInstant } from '../ui/format.js';
import { PagedList } from '../ui/PagedList.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { ToneTag } from '../ui/ToneTag.js';
import { useRisks } from './queries.js';
import { RiskForm } from './RiskForm.js';

/** 风险登记册: what shows first, then by probability × impact. The lead writes. */
export function Risks({ rollout }: { rollout: Pick<RolloutView, 'id' | 'lead'> }) {
  const { t } = useTranslation('risks');
  const client = useQueryClient();
  const isLead = useSession().data?.person.id === rollout.lead.id;
  const [edited, setEdited] = useState<RiskView | 'new' | null>(null);
  const addAll = useMutation({ mutationFn: () => request('POST', `/rollouts/${rollout.id}/risks/start-set`, { body: {} }), onSettled: () => client.invalidateQueries({ queryKey: ['risks', rollout.id] }) });
  return (
    <Flex vertical gap={12}>
      {isLead && <Flex wrap gap={8}><Button type="primary" onClick={() => setEdited('new')}>{t('add')}</Button><Button loading={addAll.isPending} onClick={() => addAll.mutate()}>{t('startSet')}</Button></Flex>}
      {addAll.isError && <ProblemAlert error={addAll.error} />}
      <QueryState query={useRisks(rollout.id)} isEmpty={({ risks }) => risks.length === 0}>
        {({ risks }) => <PagedList items={risks} render={(risk) => <RiskCard key={risk.id} risk={risk} onEdit={isLead ? () => setEdited(risk) : null} />} />}
      </QueryState>
      {edited && <RiskForm rolloutId={rollout.id} risk={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Flex>
  );
}

function RiskCard({ risk, onEdit }: { risk: RiskView; onEdit: (() => void) | null }) {
  const { t } = useTranslation('risks');
  const rule = risk.warning && t('rule', { measure: t(`rollouts:measure.${risk.warning.measure}`), comparison: t(`comparisons.${risk.warning.comparison}`), limit: risk.warning.limit });
  const facts = [t(`categories.${risk.category}`), t('graded', { probability: risk.probability, impact: risk.impact, grade: risk.grade }), personName(risk.owner), t('reviewedOn', { day: risk.reviewOn }), rule];
  return (
    <Card size="small">
      <Flex wrap justify="space-between" gap={8}>
        <Typography.Text strong>{risk.title}</Typography.Text>
        {risk.triggeredSince ? <ToneTag tone="bad">{t('triggered', { at: showInstant(risk.triggeredSince) })}</ToneTag> : <ToneTag tone={risk.state === 'open' ? 'info' : 'neutral'}>{t(`states.${risk.state}`)}</ToneTag>}
      </Flex>
      <Typography.Text type="secondary">{facts.filter(Boolean).join(' · ')}</Typography.Text>
      <Flex wrap justify="space-between" align="center" gap={8}><span>{risk.response}</span>{onEdit && <Button size="small" onClick={onEdit}>{t('change')}</Button>}</Flex>
    </Card>
  );
}
