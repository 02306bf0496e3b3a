import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { EmailField } from './EmailField.js';
import { EntryCard } from './EntryCard.js';
import { InvitationPage } from './InvitationPage.js';
import { useLinkToken } from './useLink.js';

/** With a link's token the new password is set, without one a link is asked for. */
export function ResetPage() {
  return useLinkToken() ? <InvitationPage /> : <AskForReset />;
}

/** The answer is the same for known and unknown addresses. */
function AskForReset() {
  const { t } = useTranslation('identity');
  const reset = useMutation({ mutationFn: (body: { email: string }) => request('POST', '/password-resets', { body }) });
  return (
    <EntryCard title={t('reset.title')}>
      {reset.isSuccess ? <Alert type="success" showIcon title={t('reset.sent')} /> : (
        <Form layout="vertical" requiredMark={false} onFinish={(body: { email: string }) => reset.mutate(body)}>
          {reset.isError && <Form.Item><ProblemAlert error={reset.error} /></Form.Item>}
          <Typography.Paragraph>{t('reset.text')}</Typography.Paragraph>
          <EmailField />
          <Button type="primary" htmlType="submit" block loading={reset.isPending}>{t('reset.submit')}</Button>
        </Form>
      )}
    </EntryCard>
  );
}
