import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

interface Props {
  visitId: string;
  action: string;
  /** Name of the text in the body. */
  field: string;
  optional?: boolean;
}

/** One decision with one text. */
export function TextAct({ visitId, action, field, optional = false }: Props) {
  const { t } = useTranslation('rollouts');
  const decision = useDecision({ visitId });
  return (
    <Form layout="vertical" style={{ maxWidth: 560 }} onFinish={({ text }: { text?: string }) => decision.mutate({ action, body: { [field]: text?.trim() ?? '' } })}>
      {decision.isError && <ProblemAlert error={decision.error} />}
      <Form.Item name="text" label={t(`field.${field}`)} rules={optional ? [] : [{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} /></Form.Item>
      <Button type="primary" htmlType="submit" loading={decision.isPending}>{t(`act.${action}`)}</Button>
    </Form>
  );
}
