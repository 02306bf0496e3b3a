import type { ValueReports } from '@fairmark/contracts/metrics';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read, request } from '../api/client.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { colon } from '../ui/punctuation.js';
import { QueryState } from '../ui/QueryState.js';
import { ReasonModal } from '../ui/ReasonModal.js';

/** Values that people hold for wrong; HR answers, a correction comes with a new batch. */
export function ValueReportList() {
  const { t } = useTranslation('metrics');
  const client = useQueryClient();
  const [answering, setAnswering] = useState<string | null>(null);
  const reports = useQuery({ queryKey: ['metrics', 'reports'], queryFn: ({ signal }) => read<ValueReports>('/metrics/reports', signal) });
  const answer = useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) => request('POST', `/metrics/reports/${id}/answer`, { body: { answer: text } }),
    onSettled: () => {
      setAnswering(null);
      return client.invalidateQueries({ queryKey: ['metrics', 'reports'] });
    },
  });
  return (
    <QueryState query={reports} isEmpty={(view) => view.reports.length === 0}>
      {(view) => (
        <Flex vertical gap={8}>
          {answer.isError && <ProblemAlert error={answer.error} />}
          {view.reports.map((report) => (
            <Card key={report.id} size="small" title={`${personName(report.createdBy)} · ${report.itemId}`} extra={showInstant(report.createdAt)}>
              <Typography.Paragraph>{report.note}</Typography.Paragraph>
              {report.answer ? <Typography.Text type="secondary">{t('reports.answer')}{colon()}{report.answer}</Typography.Text> : <Button size="small" onClick={() => setAnswering(report.id)}>{t('reports.reply')}</Button>}
            </Card>
          ))}
          <ReasonModal open={answering !== null} title={t('reports.reply')} label={t('reports.answer')} busy={answer.isPending} onCancel={() => setAnswering(null)} onReason={(text) => answering && answer.mutate({ id: answering, text })} />
        </Flex>
      )}
    </QueryState>
  );
}
