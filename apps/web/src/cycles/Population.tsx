import type { CycleView, PopulationPreview } from '@fairmark/contracts/cycles';
import { Button, Card, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { PopulationFields } from './PopulationFields.js';
import { usePopulation } from './queries.js';
import { usePopulationChange } from './usePopulationChange.js';

/** Who takes part, and who is kept out and why. */
export function Population({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation('cycles');
  const [takingPart, setTakingPart] = useState(true);
  const [page, setPage] = useState(1);
  const population = usePopulation(cycle.id, takingPart, (page - 1) * 20);
  const { change, leaveOut, takeIn } = usePopulationChange(cycle);
  const act = ({ employee, why }: PopulationPreview['page'][number]) => {
    if (why && why !== 'excluded') return null;
    return <Button size="small" loading={change.isPending} onClick={() => (why ? takeIn(employee.id) : leaveOut(employee.id))}>{t(why ? 'population.takeIn' : 'population.leaveOut')}</Button>;
  };
  return (
    <Card title={t('population.title')}>
      <PopulationFields cycle={cycle} />
      {change.isError && <ProblemAlert error={change.error} />}
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
                { title: '', render: (_, one) => act(one) },
              ]}
            />
          </>
        )}
      </QueryState>
    </Card>
  );
}
