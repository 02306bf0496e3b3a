import type { OwnIssue } from '@fairmark/contracts/issues';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { IssueCard } from './IssueCard.js';

/** The answer to an anonymous report by its code. */
export function CodeLookup() {
  const { t } = useTranslation('issues');
  const find = useMutation({ mutationFn: ({ code }: { code: string }) => request<OwnIssue>('POST', '/issues/by-code', { body: { code } }) });
  return (
    <Flex vertical gap={8}>
      <Form layout="vertical" onFinish={(values: { code: string }) => find.mutate(values)}>
        <Form.Item name="code" label={t('code')} rules={[{ required: true, min: 8, whitespace: true, message: t('common:field.required') }]}><Input autoComplete="off" maxLength={80} /></Form.Item>
        <Button htmlType="submit" loading={find.isPending}>{t('readAnswer')}</Button>
      </Form>
      {find.isError && <ProblemAlert error={find.error} />}
      {find.isSuccess && <IssueCard issue={find.data} facts={[find.data.rollout]} />}
    </Flex>
  );
}
