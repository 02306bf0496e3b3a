import type { CycleView, DepartmentProgress } from '@fairmark/contracts/cycles';
import { Card, Flex, Progress as Bar, Statistic } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { nameOf } from '../ui/text.js';

/** Live progress: how many reviews started, where they stand, how many are overdue, by department. */
export function Progress({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation('cycles');
  const closed = cycle.started - cycle.open;
  return (
    <>
      {cycle.state === 'launching' && <Card title={t('launch.running')}><Bar percent={cycle.people === 0 ? 0 : Math.floor((cycle.started * 100) / cycle.people)} format={() => `${cycle.started} / ${cycle.people}`} /></Card>}
      <Flex wrap gap={24}>
        <Statistic title={t('progress.people')} value={cycle.people} />
        <Statistic title={t('progress.closed')} value={closed} />
        <Statistic title={t('progress.overdue')} value={cycle.overdue ?? '–'} />
        {cycle.steps.map((step) => <Statistic key={step.step} title={t(`steps:phase.${step.step}`)} value={step.people ?? '–'} suffix={(step.overdue ?? 0) > 0 ? t('progress.late', { count: step.overdue }) : undefined} />)}
      </Flex>
      <DataTable<DepartmentProgress>
        size="small" rowKey={(one) => one.department.id} pagination={false} dataSource={cycle.departments}
        columns={[
          { title: t('column.department'), render: (_, one) => nameOf(one.department) },
          { title: t('progress.people'), dataIndex: 'people', align: 'right' },
          { title: t('column.open'), dataIndex: 'open', align: 'right' },
          { title: t('progress.overdue'), dataIndex: 'overdue', align: 'right' },
          { title: t('column.steps'), render: (_, one) => one.steps.map((step) => `${t(`steps:phase.${step.step}`)} ${step.people}`).join(' · ') },
        ]}
      />
    </>
  );
}
