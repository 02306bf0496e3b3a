import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** A password to set; a short one is refused before it is sent. */
export function NewPasswordField() {
  const { t } = useTranslation('identity');
  return (
    <Form.Item name="password" label={t('invitation.password')} rules={[{ required: true, min: 10, message: t('invitation.tooShort') }]}>
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  );
}
