import type { MetricIssue } from '@fairmark/contracts/metrics';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.js';
import { DataTable } from '../ui/DataTable.js';
import { problemText } from '../ui/problemText.js';
import { ToneTag } from '../ui/ToneTag.js';

/** Row, column and reason of each finding; refused cells are never repeated. */
export function IssueTable({ issues }: { issues: readonly MetricIssue[] }) {
  const { t } = useTranslation('metrics');
  return (
    <DataTable<MetricIssue>
      size="small" rowKey={(issue) => JSON.stringify(issue)} dataSource={[...issues]} pagination={{ pageSize: 20, hideOnSinglePage: true }}
      columns={[
        { title: '', render: (_, issue) => <ToneTag tone={issue.severity === 'error' ? 'bad' : 'warn'}>{t(`severity.${issue.severity}`)}</ToneTag> },
        { title: t('column.row'), dataIndex: 'row', align: 'right' },
        { title: t('column.column'), render: (_, issue) => issue.column ?? '–' },
        { title: t('column.why'), render: (_, issue) => problemText(t, new Problem({ code: issue.code, status: 0, details: issue.details })) },
      ]}
    />
  );
}
