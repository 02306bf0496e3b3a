import type { IssueReported, ReportIssue } from '@fairmark/contracts/issues';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Alert, Button, Card, Checkbox, Form, Input, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { useFieldProblems } from '../ui/useFieldProblems.js';
import { useIssueRollouts } from './queries.js';

type Values = Pick<ReportIssue, 'rolloutId' | 'report' | 'anonymous'>;

/** Reports a problem about the page from which one came. The code of an anonymous report is shown here and nowhere again. */
export function ReportForm() {
  const { t, i18n } = useTranslation('issues');
  const client = useQueryClient();
  const { from } = useSearch({ strict: false }) as { from?: unknown };
  const rollouts = useIssueRollouts().data?.rollouts ?? [];
  const [form] = Form.useForm<Values>();
  const send = useMutation({
    mutationFn: (values: Values) => request<IssueReported>('POST', '/issues', { body: { ...values, page: typeof from === 'string' ? from : '' } }),
    onSuccess: () => form.resetFields(['report', 'anonymous']), onSettled: () => client.invalidateQueries({ queryKey: ['issues', 'mine'] }),
  });
  useFieldProblems(form, send.error);
  const options = rollouts.map(({ id, name, nameEn }) => ({ value: id, label: i18n.language === 'en' ? (nameEn ?? name) : name }));
  return (
    <Card size="small">
      {send.isError && <ProblemAlert error={send.error} />}
      {send.isSuccess && <Sent code={send.data.code} />}
      <Form form={form} layout="vertical" initialValues={{ anonymous: false }} onFinish={(values) => send.mutate(values)}>
        <Form.Item name="rolloutId" label={t('rollout')} rules={[{ required: true, message: t('common:field.required') }]}><Select options={options} notFoundContent={t('noRollout')} /></Form.Item>
        <Form.Item name="report" label={t('report')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 4 }} maxLength={4000} /></Form.Item>
        <Form.Item name="anonymous" valuePropName="checked" extra={t('anonymousNote')}><Checkbox>{t('anonymous')}</Checkbox></Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>{t('send')}</Button>
      </Form>
    </Card>
  );
}

function Sent({ code }: { code: string | null }) {
  const { t } = useTranslation('issues');
  const body = code && <Typography.Paragraph style={{ margin: 0 }}>{t('codeOnce')}<br /><Typography.Text code copyable>{code}</Typography.Text></Typography.Paragraph>;
  return <Alert type="success" showIcon title={t('sent')} description={body} style={{ marginBlockEnd: 12 }} />;
}
