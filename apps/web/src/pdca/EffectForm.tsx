import { EffectDecision, type QuarterView } from '@fairmark/contracts/pdca';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

type Values = Record<string, { decision: EffectDecision; reason: string }>;

/** Keep, revert or track longer: one decision with its reason for each adjustment whose effect was compared. */
export function EffectForm({ visitId, view }: { visitId: string; view: QuarterView }) {
  const { t } = useTranslation('pdca');
  const decide = useDecision({ visitId });
  const tracked = view.adjustmentList.filter(({ state }) => state === 'tracking');
  const rules = [{ required: true, message: t('common:field.required') }];
  return (
    <Form<Values> layout="vertical" onFinish={(values) => decide.mutate({ action: 'decideEffect', body: { decisions: tracked.map(({ id }) => ({ adjustmentId: id, ...values[id] })) } })}>
      {decide.isError && <ProblemAlert error={decide.error} />}
      {tracked.map(({ id, title, compared }) => (
        <div key={id}>
          <Form.Item name={[id, 'decision']} label={`${title} · ${compared ? t(`effect.${compared.outcome}`) : t('noValue')}`} rules={rules}><Radio.Group options={EffectDecision.options.map((value) => ({ value, label: t(`decision.${value}`) }))} /></Form.Item>
          <Form.Item name={[id, 'reason']} label={t('reason')} rules={rules}><Input.TextArea autoSize maxLength={4_000} /></Form.Item>
        </div>
      ))}
      <Button type="primary" htmlType="submit" loading={decide.isPending}>{t('decide')}</Button>
    </Form>
  );
}
