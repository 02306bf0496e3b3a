import type { SetUp } from '@fairmark/contracts/identity';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { EntryCard } from './EntryCard.js';
import { useLinkToken } from './InvitationPage.js';

/** The first administrator of an empty installation introduces themselves. */
export function SetUpPage() {
  const { t, i18n } = useTranslation('identity');
  const token = useLinkToken();
  const setUp = useMutation({
    mutationFn: (body: Pick<SetUp, 'name' | 'email' | 'password'>) => request('POST', '/setup', { body: { ...body, token, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, locale: i18n.language } }),
    onSuccess: () => window.location.assign('/org'),
  });
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <EntryCard title={t('setUp.title')}>
      <Form layout="vertical" requiredMark={false} onFinish={(body) => setUp.mutate(body)}>
        {setUp.isError && <Form.Item><ProblemAlert error={setUp.error} /></Form.Item>}
        <Form.Item name="name" label={t('setUp.name')} rules={required}><Input autoComplete="name" /></Form.Item>
        <Form.Item name="email" label={t('signIn.email')} rules={required}><Input type="email" autoComplete="username" /></Form.Item>
        <Form.Item name="password" label={t('invitation.password')} rules={[{ required: true, min: 10, message: t('invitation.password') }]}><Input.Password autoComplete="new-password" /></Form.Item>
        <Button type="primary" htmlType="submit" block loading={setUp.isPending}>{t('setUp.submit')}</Button>
      </Form>
    </EntryCard>
  );
}
