import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/ProblemAlert.js';

interface Props {
  error: unknown;
  busy: boolean;
  onPassword: (password: string) => void;
}

/** Asks for a new password twice. */
export function PasswordForm({ error, busy, onPassword }: Props) {
  const { t } = useTranslation('identity');
  return (
    <Form layout="vertical" requiredMark={false} onFinish={({ password }: { password: string }) => onPassword(password)}>
      {error !== null && error !== undefined && <Form.Item><ProblemAlert error={error} /></Form.Item>}
      <Form.Item name="password" label={t('invitation.password')} rules={[{ required: true, min: 10, message: t('invitation.password') }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat" label={t('invitation.repeat')} dependencies={['password']}
        rules={[{ required: true, message: t('common:field.required') }, ({ getFieldValue }) => ({
          validator: (_rule, value) => (value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('invitation.differ')))),
        })]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>{t('invitation.submit')}</Button>
    </Form>
  );
}
