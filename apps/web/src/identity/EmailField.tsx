import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** An e-mail address, checked in the words of the page instead of the browser's. */
export function EmailField({ autoFocus = false, disabled = false, size = 'middle' }: { autoFocus?: boolean; disabled?: boolean; size?: 'middle' | 'large' }) {
  const { t } = useTranslation('identity');
  return (
    <Form.Item name="email" label={t('signIn.email')} validateTrigger="onSubmit" rules={[{ required: true, message: t('common:field.required') }, { type: 'email', message: t('signIn.emailWrong') }]}>
      <Input inputMode="email" autoCapitalize="none" autoComplete="username" autoFocus={autoFocus} disabled={disabled} size={size} />
    </Form.Item>
  );
}
