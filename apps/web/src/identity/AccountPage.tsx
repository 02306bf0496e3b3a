import type { ChangePassword } from '@fairmark/contracts/identity';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { PageTitle } from '../ui/PageTitle.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { useFieldProblems } from '../ui/useFieldProblems.js';
import { NewPasswordField } from './NewPasswordField.js';

/** The person's own account. */
export function AccountPage() {
  const { t } = useTranslation('identity');
  const change = useMutation({ mutationFn: (body: ChangePassword) => request('PUT', '/session/password', { body }) });
  const [form] = Form.useForm<ChangePassword>();
  useFieldProblems(form, change.error);
  return (
    <>
      <PageTitle title={t('account.title')}><Link to="/exports"><Button>{t('exports:title')}</Button></Link></PageTitle>
      <Card title={t('account.changePassword')} style={{ maxWidth: 480 }}>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(body) => change.mutate(body, { onSuccess: () => form.resetFields() })}>
          {change.isError && <Form.Item><ProblemAlert error={change.error} /></Form.Item>}
          {change.isSuccess && <Form.Item><Alert type="success" showIcon title={t('account.changed')} /></Form.Item>}
          <Form.Item name="current" label={t('account.current')} rules={[{ required: true, message: t('common:field.required') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <NewPasswordField />
          <Button type="primary" htmlType="submit" loading={change.isPending}>{t('common:action.save')}</Button>
        </Form>
      </Card>
    </>
  );
}
