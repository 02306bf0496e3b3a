import type { MetricBatches, MetricImportResult } from '@fairmark/contracts/metrics';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Input, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read, request } from '../api/client.js';
import { DataTable } from '../ui/DataTable.js';
import { showInstant } from '../ui/format.js';
import { PageTitle } from '../ui/PageTitle.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { Sections } from '../ui/Sections.js';
import { IssueTable } from './IssueTable.js';
import { QualityTable } from './QualityTable.js';
import { ValueReportList } from './ValueReportList.js';

/** Indicator data: imports with their findings, quality, and values that people hold for wrong. */
export function MetricsPage() {
  const { t, i18n } = useTranslation('metrics');
  return (
    <>
      <PageTitle title={t('title')}><Button href={`/api/metrics/template?locale=${i18n.language}`} download>{t('template')}</Button></PageTitle>
      <Sections
        sections={[
          { key: 'imports', label: t('imports'), content: <Imports /> },
          { key: 'quality', label: t('quality.title'), content: <QualityTable /> },
          { key: 'reports', label: t('reports.title'), content: <ValueReportList /> },
        ]}
      />
    </>
  );
}

function Imports() {
  const { t } = useTranslation('metrics');
  const client = useQueryClient();
  const [batch, setBatch] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const batches = useQuery({ queryKey: ['metrics', 'batches'], queryFn: ({ signal }) => read<MetricBatches>('/metrics/imports', signal) });
  const send = useMutation({
    mutationFn: (dryRun: boolean) => {
      const form = new FormData();
      if (file) form.append('file', file);
      const query = new URLSearchParams({ dryRun: String(dryRun), ...(batch ? { batch } : {}) });
      return request<MetricImportResult>('POST', `/metrics/imports?${query.toString()}`, { form });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['metrics'] }),
  });
  return (
    <Flex vertical gap={16}>
      <Card size="small">
        <Flex wrap gap={8} align="center">
          <Upload accept=".csv,text/csv" maxCount={1} beforeUpload={(chosen) => { setFile(chosen); return false; }} onRemove={() => setFile(null)}><Button>{t('choose')}</Button></Upload>
          <Input placeholder={t('batch')} value={batch} onChange={(event) => setBatch(event.target.value)} style={{ maxWidth: 240 }} aria-label={t('batch')} />
          <Button disabled={!file} loading={send.isPending} onClick={() => send.mutate(true)}>{t('check')}</Button>
          <Button type="primary" disabled={!file} loading={send.isPending} onClick={() => send.mutate(false)}>{t('import')}</Button>
        </Flex>
      </Card>
      {send.isError && <ProblemAlert error={send.error} />}
      {send.data && (
        <>
          <Alert type={send.data.state === 'refused' ? 'error' : 'success'} showIcon title={t(`result.${send.data.state}`, { rows: send.data.rows, added: send.data.added, corrected: send.data.corrected, unchanged: send.data.unchanged, errors: send.data.errorCount })} />
          {send.data.issues.length > 0 && <IssueTable issues={send.data.issues} />}
        </>
      )}
      <QueryState query={batches}>
        {(view) => (
          <DataTable
            size="small" rowKey="id" dataSource={view.batches} pagination={{ pageSize: 20, hideOnSinglePage: true }}
            columns={[
              { title: t('column.batch'), dataIndex: 'code' },
              { title: t('column.period'), dataIndex: 'period' },
              { title: t('column.source'), dataIndex: 'source' },
              { title: t('column.rows'), dataIndex: 'rowCount', align: 'right' },
              { title: t('column.at'), render: (_, one) => showInstant(one.createdAt) },
            ]}
          />
        )}
      </QueryState>
    </Flex>
  );
}
