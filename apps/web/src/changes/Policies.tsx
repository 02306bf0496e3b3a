import type { ChangePolicy, PolicyList, PolicyView, SetChangePolicy } from '@fairmark/contracts/changes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Card, Flex, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { colon } from '../ui/punctuation.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { usePolicies } from './queries.js';

/** What each kind of process does with each kind of change. What leaves no choice stands in one line. */
export function Policies() {
  const { t } = useTranslation('changes');
  const client = useQueryClient();
  const set = useMutation({ mutationFn: (body: SetChangePolicy) => request<PolicyList>('PUT', '/change-policies', { body }), onSettled: () => client.invalidateQueries({ queryKey: ['change-policies'] }) });
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{t('policyNote')}</Typography.Text>
      {set.isError && <ProblemAlert error={set.error} />}
      <QueryState query={usePolicies()}>
        {({ policies }) => <>{[...new Set(policies.map(({ process }) => process))].map((process) => (
          <Card key={process} size="small" title={t(`steps:kind.${process}`)}>
            {policies.filter((one) => one.process === process && one.allowed.length > 1).map((one) => <Line key={one.change} one={one} busy={set.isPending} onChoose={(policy) => set.mutate({ process, change: one.change, policy })} />)}
            <Fixed policies={policies.filter((one) => one.process === process && one.allowed.length === 1)} />
          </Card>
        ))}</>}
      </QueryState>
    </Flex>
  );
}

function Line({ one, busy, onChoose }: { one: PolicyView; busy: boolean; onChoose: (policy: ChangePolicy) => void }) {
  const { t } = useTranslation('changes');
  const label = t(`kind.${one.change}`);
  const note = one.isDefault ? t('policyDefault') : one.setBy && one.setAt ? t('policySet', { name: personName(one.setBy), at: showInstant(one.setAt) }) : null;
  return (
    <Flex wrap align="center" gap={8} style={{ paddingBlock: 4 }}>
      <span style={{ flex: '1 1 140px' }}>{label}</span>
      <span style={{ flex: '1 1 220px' }}>
        <Select<ChangePolicy> aria-label={`${t(`steps:kind.${one.process}`)} · ${label}`} value={one.policy} disabled={busy} onChange={onChoose} style={{ width: '100%' }} options={one.allowed.map((value) => ({ value, label: t(`policy.${value}`) }))} />
      </span>
      <Typography.Text type="secondary" style={{ flex: '1 1 200px' }}>{note}</Typography.Text>
    </Flex>
  );
}

function Fixed({ policies }: { policies: readonly PolicyView[] }) {
  const { t } = useTranslation('changes');
  const words = [...new Set(policies.map(({ policy }) => policy))].map((policy) => `${policies.filter((one) => one.policy === policy).map((one) => t(`kind.${one.change}`)).join(t('common:listSeparator'))}${colon()}${t(`policy.${policy}`)}`);
  return <Typography.Text type="secondary">{t('policyFixed', { rules: words.join(t('changes:separator')) })}</Typography.Text>;
}
