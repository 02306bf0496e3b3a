import type { CommunityView } from '@fairmark/contracts/org';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { showBp } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { useCommunities } from './queries.js';
import { StageChange } from './StageChange.js';

/** Communities 社群 with type, stage and operators. */
export function CommunityTable() {
  const { t } = useTranslation('org');
  const navigate = useNavigate();
  const [page, setPage] = useState(1);
  const idle = (useSearch({ strict: false }) as { missing?: string }).missing === 'operator';
  const narrow = (to: boolean) => {
    setPage(1);
    void navigate({ to: '/org', search: { tab: 'communities', ...(to ? { missing: 'operator' } : {}) } as never });
  };
  return (
    <>
      <Checkbox checked={idle} onChange={(event) => narrow(event.target.checked)} style={{ marginBlockEnd: 12 }}>{t('communities.idle')}</Checkbox>
      <QueryState query={useCommunities(page, idle)}>
        {({ communities, total }) => (
          <DataTable<CommunityView>
            size="small" rowKey="id" dataSource={communities} style={{ minWidth: 760 }} pagination={{ current: page, pageSize: 20, total, onChange: setPage, showSizeChanger: false }}
            columns={[
              { title: t('communities.name'), render: (_, one) => nameOf(one) },
              { title: t('communities.type'), render: (_, one) => t(`communities.types.${one.type}`, { defaultValue: one.type }) },
              { title: t('communities.stage'), render: (_, one) => <>{one.stage ? t(`communities.stages.${one.stage}`) : '–'} <StageChange community={one} /></> },
              { title: t('communities.activeUsers'), dataIndex: 'activeUsers', align: 'right' },
              { title: t('communities.operators'), render: (_, one) => one.operators.map((person) => `${personName(person)}${person.shareBp === null ? '' : ` ${showBp(person.shareBp)}`}`).join(t('common:listSeparator')) || '–' },
              { title: t('communities.dependsOn'), render: (_, one) => one.dependsOn.map(nameOf).join(t('common:listSeparator')) || '–' },
            ]}
          />
        )}
      </QueryState>
    </>
  );
}
