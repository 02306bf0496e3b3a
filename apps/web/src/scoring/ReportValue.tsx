import type { ProgressView } from '@fairmark/contracts/scoring';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Input, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { showInstant } from '../ui/format.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { colon } from '../ui/punctuation.js';
import { textOf } from '../ui/text.js';

/** Before scoring the person may say that a value is wrong; HR answers. */
export function ReportValue({ view }: { view: ProgressView }) {
  const { t } = useTranslation('scoring');
  const client = useQueryClient();
  const [form] = Form.useForm();
  const report = useMutation({
    mutationFn: (body: { itemId: string; note: string }) => request('POST', `/reviews/${view.reviewId}/value-reports`, { body }),
    onSuccess: () => {
      form.resetFields();
      return client.invalidateQueries({ queryKey: ['review', view.reviewId] });
    },
  });
  const items = view.blocks.flatMap((block) => block.items).filter((item) => !item.judged);
  const options = items.map((item) => ({ value: item.itemId, label: textOf(item.name) }));
  return (
    <Card size="small" title={t('report.title')}>
      {view.reports.map((line) => (
        <Typography.Paragraph key={line.id}>{line.note} <Typography.Text type="secondary">{showInstant(line.createdAt)}</Typography.Text>{line.answer && <><br />{t('report.answer')}{colon()}{line.answer}</>}</Typography.Paragraph>
      ))}
      <Form form={form} layout="vertical" onFinish={(body) => report.mutate(body)}>
        <Form.Item name="itemId" label={t('column.item')} rules={[{ required: true, message: t('common:field.required') }]}><Select options={options} style={{ maxWidth: 360 }} /></Form.Item>
        <Form.Item name="note" label={t('report.note')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize maxLength={2_000} /></Form.Item>
        {report.isError && <ProblemAlert error={report.error} onRetry={form.submit} />}
        <Button htmlType="submit" loading={report.isPending}>{t('report.send')}</Button>
      </Form>
    </Card>
  );
}
