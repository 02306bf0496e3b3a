import type { LinkView, SetUp } from '@fairmark/contracts/identity';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { showInstant } from '../ui/format.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { useFieldProblems } from '../ui/useFieldProblems.js';
import { EmailField } from './EmailField.js';
import { EntryCard } from './EntryCard.js';
import { LinkGate } from './LinkGate.js';
import { NewPasswordField } from './NewPasswordField.js';
import { useLinkToken } from './useLink.js';

/** The first administrator of an empty installation introduces themselves. */
export function SetUpPage() {
  const { t } = useTranslation('identity');
  const token = useLinkToken();
  return <EntryCard title={t('setUp.title')}><LinkGate token={token} purposes={['setup']}>{(link) => <Introduction token={token} link={link} />}</LinkGate></EntryCard>;
}

type Typed = Pick<SetUp, 'name' | 'email' | 'password'>;

/** A link that was made for an address cannot be used for another one. */
function Introduction({ token, link }: { token: string; link: LinkView }) {
  const { t, i18n } = useTranslation('identity');
  const [form] = Form.useForm<Typed>();
  const setUp = useMutation({
    mutationFn: (body: Typed) => request('POST', '/setup', { body: { ...body, token, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, locale: i18n.language } }),
    onSuccess: () => window.location.assign('/org'),
  });
  useFieldProblems(form, setUp.error);
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={{ email: link.email ?? '' }} onFinish={(body) => setUp.mutate(body)}>
      <Typography.Paragraph>{t('setUp.text', { at: showInstant(link.expiresAt) })}</Typography.Paragraph>
      {setUp.isError && <Form.Item><ProblemAlert error={setUp.error} /></Form.Item>}
      <Form.Item name="name" label={t('setUp.name')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input autoComplete="name" /></Form.Item>
      <EmailField disabled={link.email !== null} />
      <NewPasswordField />
      <Button type="primary" htmlType="submit" block loading={setUp.isPending}>{t('setUp.submit')}</Button>
    </Form>
  );
}
