import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { useFieldProblems } from '../ui/useFieldProblems.js';
import { NewPasswordField } from './NewPasswordField.js';

interface Props {
  error: unknown;
  busy: boolean;
  onPassword: (password: string) => void;
}

/** Asks for a new password twice. */
export function PasswordForm({ error, busy, onPassword }: Props) {
  const { t } = useTranslation('identity');
  const [form] = Form.useForm<{ password: string }>();
  useFieldProblems(form, error);
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={({ password }) => onPassword(password)}>
      {error !== null && error !== undefined && <Form.Item><ProblemAlert error={error} /></Form.Item>}
      <NewPasswordField />
      <Form.Item
        name="repeat" label={t('invitation.repeat')} dependencies={['password']}
        rules={[{ required: true, message: t('common:field.required') }, ({ getFieldValue }) => ({
          validator: (_rule, value) => (!value || value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('invitation.differ')))),
        })]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>{t('invitation.submit')}</Button>
    </Form>
  );
}
