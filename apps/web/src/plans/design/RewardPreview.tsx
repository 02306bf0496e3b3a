import type { PlanDocument, RewardPreviewView } from '@fairmark/contracts/plans';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { DataTable } from '../../ui/DataTable.js';
import { Labelled } from '../../ui/Labelled.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { showQuantity } from '../../ui/quantity.js';
import { textOf } from '../../ui/text.js';

const EXAMPLE_BASE = 10_000;

/** What each result would pay a person with this base, as the employee will see it before the period begins. The server computes it: one rule for preview and payment. */
export function RewardPreview({ bands, reward }: Pick<PlanDocument, 'bands' | 'reward'>) {
  const { t } = useTranslation('planDesign');
  const [base, setBase] = useState(EXAMPLE_BASE);
  const body = { bands, reward, baseCents: Math.round(base * 100) };
  const preview = useQuery({ queryKey: ['plans', 'reward-preview', body], queryFn: ({ signal }) => request<RewardPreviewView>('POST', '/plans/reward-preview', { body, signal }), placeholderData: keepPreviousData, staleTime: Infinity });
  return (
    <section aria-label={t('preview.title')}>
      <Labelled label={t('preview.base')}>{(id) => <InputNumber id={id} min={0} max={10_000_000} precision={2} value={base} onChange={(value) => setBase(value ?? 0)} style={{ width: 180 }} />}</Labelled>
      {preview.isError && <ProblemAlert error={preview.error} />}
      <DataTable
        size="small" rowKey="band" pagination={false} dataSource={preview.data?.lines ?? []}
        columns={[
          { title: t('outcome.band'), render: (_, line) => `${line.band} ${textOf(line.name)}` },
          { title: t('preview.full'), align: 'right', render: (_, line) => showQuantity(String(line.fullCents), 'cents') },
          { title: t('preview.own'), align: 'right', render: (_, line) => showQuantity(String(line.ownCents), 'cents') },
          { title: t('preview.team'), align: 'right', render: (_, line) => showQuantity(String(line.teamCents), 'cents') },
        ]}
      />
    </section>
  );
}
