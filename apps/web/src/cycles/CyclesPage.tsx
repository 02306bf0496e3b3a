import type { CycleSummary } from '@fairmark/contracts/cycles';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Empty, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { PageTitle } from '../ui/PageTitle.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { CreateCycle } from './CreateCycle.js';
import { useCycles } from './queries.js';

/** Review cycles 考核周期. */
export function CyclesPage() {
  const { t } = useTranslation('cycles');
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  return (
    <>
      <PageTitle title={t('title')}><Button type="primary" onClick={() => setCreating(true)}>{t('create.open')}</Button></PageTitle>
      {creating && <CreateCycle onClose={() => setCreating(false)} onCreated={(cycleId) => void navigate({ to: '/cycles/$cycleId', params: { cycleId } })} />}
      <QueryState query={useCycles()} isEmpty={({ cycles }) => cycles.length === 0} empty={<Empty description={t('none')} />}>
        {({ cycles }) => (
          <DataTable<CycleSummary>
            rowKey="id" pagination={{ pageSize: 20, hideOnSinglePage: true }} dataSource={cycles}
            columns={[
              { title: t('column.name'), render: (_, one) => <Link to="/cycles/$cycleId" params={{ cycleId: one.id }}>{nameOf(one)}</Link> },
              { title: t('column.period'), render: (_, one) => `${one.periodStart} – ${one.periodEnd}` },
              { title: t('column.plan'), render: (_, one) => `${nameOf(one.plan)} v${one.plan.no}` },
              { title: t('column.state'), render: (_, one) => <Tag>{t(`state.${one.state}`)}</Tag> },
              { title: t('column.open'), align: 'right', render: (_, one) => `${one.open} / ${one.people}` },
            ]}
          />
        )}
      </QueryState>
    </>
  );
}
