import type { QualityList, QualityRow } from '@fairmark/contracts/metrics';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read, request } from '../api/client.js';
import { RequestMissingValue } from '../approvals/submit/RequestMissingValue.js';
import { DataTable } from '../ui/DataTable.js';
import { showBp } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { ToneTag } from '../ui/ToneTag.js';

interface Accepting {
  row: QualityRow;
  departmentId: string;
  as: 'hr' | 'head';
}

/** Quality per indicator and sub-period. Below the limit scoring is blocked until it is corrected, or accepted by HR and the department head. */
export function QualityTable() {
  const { t } = useTranslation('metrics');
  const client = useQueryClient();
  const [accepting, setAccepting] = useState<Accepting | null>(null);
  const quality = useQuery({ queryKey: ['metrics', 'quality'], queryFn: ({ signal }) => read<QualityList>('/metrics/quality', signal) });
  const accept = useMutation({
    mutationFn: ({ row, departmentId, as, reason }: Accepting & { reason: string }) => request('POST', '/metrics/acceptances', { body: { indicatorId: row.indicatorId, subPeriod: row.subPeriod, departmentId, as, reason } }),
    onSettled: () => {
      setAccepting(null);
      return client.invalidateQueries({ queryKey: ['metrics', 'quality'] });
    },
  });
  const acts = (view: QualityList, row: QualityRow) => (row.qualityBp >= view.limitBp ? [] : view.acceptFor).map((right) => (
    <Fragment key={`${right.departmentId} ${right.as}`}>
      <Button size="small" onClick={() => setAccepting({ row, departmentId: right.departmentId, as: right.as })}>{t(`quality.accept.${right.as}`, { department: right.departmentName })}</Button>
      {right.as === 'hr' && <RequestMissingValue indicatorId={row.indicatorId} subPeriod={row.subPeriod} department={{ id: right.departmentId, name: right.departmentName }} />}
    </Fragment>
  ));
  return (
    <>
      {accept.isError && <ProblemAlert error={accept.error} />}
      <QueryState query={quality} isEmpty={({ rows }) => rows.length === 0}>
        {(view) => (
          <DataTable<QualityRow>
            size="small" rowKey={(row) => `${row.indicatorId} ${row.subPeriod}`} dataSource={view.rows} pagination={{ pageSize: 30, hideOnSinglePage: true }}
            columns={[
              { title: t('quality.indicator'), dataIndex: 'indicatorId' },
              { title: t('column.period'), dataIndex: 'subPeriod' },
              { title: t('quality.quality'), align: 'right', render: (_, row) => <ToneTag tone={row.qualityBp < view.limitBp ? 'bad' : 'good'}>{showBp(row.qualityBp)}</ToneTag> },
              { title: t('quality.completeness'), align: 'right', render: (_, row) => showBp(row.checks.completeness.rateBp) },
              { title: t('quality.accuracy'), align: 'right', render: (_, row) => showBp(row.checks.accuracy.rateBp) },
              { title: t('quality.consistency'), align: 'right', render: (_, row) => showBp(row.checks.consistency.rateBp) },
              { title: t('quality.accepted'), render: (_, row) => row.acceptances.map((one) => `${one.departmentName}: ${[one.hr, one.head].map((act) => (act ? personName(act.by) : '–')).join(' / ')}`).join('; ') },
              { title: '', render: (_, row) => acts(view, row) },
            ]}
          />
        )}
      </QueryState>
      <ReasonModal open={accepting !== null} title={t('quality.acceptTitle')} busy={accept.isPending} onCancel={() => setAccepting(null)} onReason={(reason) => accepting && accept.mutate({ ...accepting, reason })} />
    </>
  );
}
