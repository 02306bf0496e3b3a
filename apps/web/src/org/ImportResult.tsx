import type { OrgImportView } from '@fairmark/contracts/org';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Flex, Popconfirm, Progress } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { ImportChangesCard } from '../changes/ImportChangesCard.js';
import { DataTable } from '../ui/DataTable.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { problemText } from '../ui/problemText.js';
import { QueryState } from '../ui/QueryState.js';
import { useImport } from './queries.js';

/** What an import would do, its refusals by row and column, and applying it. */
export function ImportResult({ importId }: { importId: string }) {
  return <QueryState query={useImport(importId)}>{(view) => <Result view={view} />}</QueryState>;
}

function Result({ view }: { view: OrgImportView }) {
  const { t } = useTranslation('org');
  const client = useQueryClient();
  const apply = useMutation({ mutationFn: () => request('POST', `/org/imports/${view.id}/apply`), onSettled: () => client.invalidateQueries({ queryKey: ['org'] }) });
  const { progress, preview, state } = view;
  // The history and every other list of the organisation are as old as the moment before it was written.
  useEffect(() => {
    if (!['checking', 'applying'].includes(state)) void client.invalidateQueries({ queryKey: ['org'], predicate: ({ queryKey }) => queryKey[1] !== 'import' });
  }, [client, state]);
  return (
    <Card title={t(`import.state.${view.state}`)}>
      {progress && <Progress percent={progress.total === 0 ? 0 : Math.floor((progress.done * 100) / progress.total)} format={() => `${t(`import.phase.${progress.phase}`)} ${progress.done} / ${progress.total}`} />}
      {view.failure && <Alert type="error" showIcon title={problemText(t, new Problem({ code: view.failure, status: 0 }))} />}
      {apply.isError && <ProblemAlert error={apply.error} />}
      {view.state === 'applied' && <Alert type="success" showIcon style={{ marginBlockEnd: 12 }} title={t('import.done', { count: view.changeCount ?? 0 })} action={<Link to="/org" search={{ tab: 'readiness' } as never}>{t('import.next')}</Link>} />}
      {view.state === 'ready' && (
        <Flex gap={8} style={{ marginBlockEnd: 12 }}>
          {view.changeCount === 0 ? <Alert type="success" showIcon title={t('import.nothing')} /> : (
            <Popconfirm title={t('import.confirm', { count: view.changeCount ?? 0 })} onConfirm={() => apply.mutate()}><Button type="primary" loading={apply.isPending}>{t('import.apply')}</Button></Popconfirm>
          )}
        </Flex>
      )}
      <ImportChangesCard importId={view.id} ready={['ready', 'applying', 'applied'].includes(state)} />
      {preview && <Preview view={view} />}
    </Card>
  );
}

function Preview({ view }: { view: OrgImportView }) {
  const { t, i18n } = useTranslation('org');
  const { preview } = view;
  if (!preview) return null;
  const withErrors = view.files.filter((file) => preview.errors.some((error) => error.file === file.kind || error.file === file.name));
  return (
    <Flex vertical gap={12}>
      <DataTable size="small" rowKey="file" pagination={false} dataSource={preview.summaries} columns={(['rows', 'added', 'changed', 'ended', 'unchanged', 'errors'] as const).reduce<object[]>((columns, key) => [...columns, { title: t(`import.column.${key}`), dataIndex: key, align: 'right' }], [{ title: t('import.column.file'), render: (_: unknown, one: { file: string }) => t(`import.file.${one.file}`) }])} />
      {preview.errorCount > 0 && (
        <>
          <Alert type="error" showIcon title={t('import.errors', { count: preview.errorCount })} description={<Flex wrap gap={8}>{withErrors.map((file) => <Button key={file.kind} size="small" href={`/api/org/imports/${view.id}/files/${file.kind}?locale=${i18n.language}`} download>{t('import.errorFile', { name: file.name })}</Button>)}</Flex>} />
          <DataTable
            size="small" rowKey={(error) => JSON.stringify(error)} dataSource={[...preview.errors].sort((a, b) => a.file.localeCompare(b.file) || a.row - b.row)} pagination={{ pageSize: 20, hideOnSinglePage: true }}
            columns={[
              { title: t('import.column.file'), render: (_, error) => t(`import.file.${error.file}`, { defaultValue: error.file }) },
              { title: t('import.column.row'), dataIndex: 'row', align: 'right' },
              { title: t('import.column.column'), render: (_, error) => (error.column ? t(`import.field.${error.column}`, { defaultValue: error.column }) : '–') },
              { title: t('import.column.why'), render: (_, error) => problemText(t, new Problem({ code: error.code, status: 0, details: error.details })) },
            ]}
          />
        </>
      )}
      {preview.errorCount === 0 && preview.changes.length > 0 && (
        <DataTable
          size="small" rowKey={(change) => `${change.file} ${change.row} ${change.op} ${change.subject}`} dataSource={preview.changes} pagination={{ pageSize: 20, hideOnSinglePage: true }}
          title={() => t('import.changes', { count: preview.changeCount })}
          columns={[
            { title: t('import.column.effect'), render: (_, change) => t(`import.effect.${change.effect}`) },
            { title: t('import.column.file'), render: (_, change) => t(`import.file.${change.file}`) },
            { title: t('import.column.subject'), dataIndex: 'subject' },
            { title: t('import.column.fields'), render: (_, change) => change.fields.map((field) => t(`import.field.${field}`, { defaultValue: field })).join(t('common:listSeparator')) || '–' },
            { title: t('import.column.value'), render: (_, change) => change.value ?? '–' },
            { title: t('import.column.from'), render: (_, change) => change.from ?? '–' },
            { title: t('import.column.to'), render: (_, change) => change.to ?? '–' },
          ]}
        />
      )}
    </Flex>
  );
}
