import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { EmailField } from './EmailField.js';
import { EntryCard } from './EntryCard.js';
import { useSignIn } from './session.js';

/** Only a path of this application may follow a sign-in. */
const safeNext = (next: unknown): string => (typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/inbox');

export function SignInPage() {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false }) as { next?: unknown };
  const signIn = useSignIn();
  return (
    <EntryCard title={t('signIn.title')}>
      <Form
        layout="vertical" requiredMark={false}
        onFinish={(body: { email: string; password: string }) => signIn.mutate(body, { onSuccess: () => void navigate({ to: safeNext(next) }) })}
      >
        {signIn.isError && <Form.Item><ProblemAlert error={signIn.error} /></Form.Item>}
        <EmailField autoFocus size="large" />
        <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('common:field.required') }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>{t('signIn.submit')}</Button>
        <Button type="link" block href="/reset">{t('signIn.forgot')}</Button>
      </Form>
    </EntryCard>
  );
}
