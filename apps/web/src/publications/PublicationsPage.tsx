import type { PublicationBoard, PublicationLine } from '@fairmark/contracts/publications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Flex, Popconfirm, Statistic, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { read, request } from '../api/client.js';
import { ExportPayroll } from '../exports/ExportPayroll.js';
import { DataTable } from '../ui/DataTable.js';
import { showCents, showInstant } from '../ui/format.js';
import { PageTitle } from '../ui/PageTitle.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf, textOf } from '../ui/text.js';
import { ToneTag } from '../ui/ToneTag.js';

/** HR publishes results by department, after the sessions are signed off and the cost was seen. */
export function PublicationsPage() {
  const { cycleId } = useParams({ strict: false }) as { cycleId: string };
  const board = useQuery({ queryKey: ['publications', cycleId], queryFn: ({ signal }) => read<PublicationBoard>(`/publications/${cycleId}`, signal) });
  return <QueryState query={board}>{(view) => <Board board={view} />}</QueryState>;
}

function Board({ board }: { board: PublicationBoard }) {
  const { t } = useTranslation('publications');
  const client = useQueryClient();
  const publish = useMutation({
    mutationFn: (line: PublicationLine) => request('POST', '/publications', { body: { cycleId: board.cycleId, departmentId: line.department.id, shownCostCents: line.costCents } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['publications', board.cycleId] }),
  });
  const act = (line: PublicationLine) => (
    <Popconfirm title={t('confirm', { count: line.waiting, cost: showCents(line.costCents) })} onConfirm={() => publish.mutate(line)}>
      <Button type="primary" size="small" loading={publish.isPending && publish.variables?.department.id === line.department.id}>{t('publish')}</Button>
    </Popconfirm>
  );
  return (
    <>
      <PageTitle title={t('title')} note={textOf(board.cycle)}><ExportPayroll cycleId={board.cycleId} /></PageTitle>
      <Flex wrap gap={32} style={{ marginBlockEnd: 16 }}>
        <Statistic title={t('cost')} value={showCents(board.costCents)} />
        <Statistic title={t('budget')} value={board.budgetCents === null ? '–' : showCents(board.budgetCents)} />
      </Flex>
      {publish.isError && <ProblemAlert error={publish.error} />}
      <DataTable<PublicationLine>
        rowKey={(line) => line.department.id} pagination={false} dataSource={board.departments}
        columns={[
          { title: t('column.department'), render: (_, line) => nameOf(line.department) },
          { title: t('column.people'), dataIndex: 'people', align: 'right' },
          { title: t('column.sessions'), align: 'right', render: (_, line) => `${line.signedOffSessions} / ${line.sessions}` },
          { title: t('column.cost'), align: 'right', render: (_, line) => <>{showCents(line.costCents)}{line.withoutBase > 0 && <ToneTag tone="warn">{t('withoutBase', { count: line.withoutBase })}</ToneTag>}</> },
          { title: t('column.state'), render: (_, line) => <Tag>{t(`state.${line.state}`)}</Tag> },
          { title: t('column.managers'), render: (_, line) => (line.managersSeeAt ? showInstant(line.managersSeeAt) : '–') },
          { title: t('column.everybody'), render: (_, line) => (line.publishAt ? showInstant(line.publishAt) : '–') },
          { title: '', render: (_, line) => (line.state === 'ready' ? act(line) : null) },
        ]}
      />
    </>
  );
}
