import type { RolloutLine } from '@fairmark/contracts/rollouts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Empty, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../identity/session.js';
import { DataTable } from '../ui/DataTable.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { CreateRollout } from './CreateRollout.js';
import { useRollouts } from './queries.js';

/** Portfolio of rollouts 推广. */
export function RolloutsPage() {
  const { t } = useTranslation('rollouts');
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const mayCreate = useSession().data?.roles.some(({ role }) => role === 'hr' || role === 'lead') ?? false;
  return (
    <>
      <PageTitle title={t('title')}>{mayCreate && <Button type="primary" onClick={() => setCreating(true)}>{t('create.open')}</Button>}</PageTitle>
      {creating && <CreateRollout onClose={() => setCreating(false)} onCreated={(rolloutId) => void navigate({ to: '/rollouts/$rolloutId', params: { rolloutId } })} />}
      <QueryState query={useRollouts()} isEmpty={({ rollouts }) => rollouts.length === 0} empty={<Empty description={t('none')} />}>
        {({ rollouts }) => (
          <DataTable<RolloutLine>
            rowKey="id" pagination={{ pageSize: 20, hideOnSinglePage: true }} dataSource={rollouts}
            columns={[
              { title: t('column.name'), render: (_, one) => <Link to="/rollouts/$rolloutId" params={{ rolloutId: one.id }}>{nameOf(one)}</Link> },
              { title: t('column.phase'), render: (_, one) => <Tag>{t(`steps:phase.${one.state === 'running' ? one.phase : one.state}`)}</Tag> },
              { title: t('column.sponsor'), render: (_, one) => personName(one.sponsor) },
              { title: t('column.lead'), render: (_, one) => personName(one.lead) },
              { title: t('column.planned'), render: (_, one) => one.plannedTo ?? '—' },
              { title: t('column.forecast'), render: (_, one) => one.forecastTo ?? '—' },
              { title: t('column.children'), align: 'right', render: (_, one) => one.openChildren },
            ]}
          />
        )}
      </QueryState>
    </>
  );
}
