import { Card, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { usePopulation } from './queries.js';

/** Who takes part, and who is kept out and why. */
export function Population({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('cycles');
  const [takingPart, setTakingPart] = useState(true);
  const [page, setPage] = useState(1);
  const population = usePopulation(cycleId, takingPart, (page - 1) * 20);
  return (
    <Card title={t('population.title')}>
      <QueryState query={population}>
        {(view) => (
          <>
            <Segmented
              style={{ marginBlockEnd: 12 }} value={takingPart ? 'in' : 'out'} onChange={(value) => { setTakingPart(value === 'in'); setPage(1); }}
              options={[{ value: 'in', label: t('population.in', { count: view.people }) }, { value: 'out', label: t('population.out', { count: view.keptOut }) }]}
            />
            <DataTable
              size="small" rowKey={(one) => one.employee.id} dataSource={view.page} pagination={{ current: page, pageSize: 20, total: takingPart ? view.people : view.keptOut, onChange: setPage, showSizeChanger: false, hideOnSinglePage: true }}
              columns={[
                { title: t('column.person'), render: (_, one) => personName(one.employee) },
                { title: t('column.department'), render: (_, one) => (one.department ? nameOf(one.department) : '–') },
                { title: t('column.manager'), render: (_, one) => (one.manager ? personName(one.manager) : '–') },
                { title: t('column.communities'), dataIndex: 'communities', align: 'right' },
                { title: '', render: (_, one) => (one.why ? t(`population.why.${one.why}`) : null) },
              ]}
            />
          </>
        )}
      </QueryState>
    </Card>
  );
}
