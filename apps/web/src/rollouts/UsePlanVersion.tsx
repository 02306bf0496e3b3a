import type { RolloutView } from '@fairmark/contracts/rollouts';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { usePlans } from '../cycles/queries.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

interface Values {
  planVersionId: string;
  reason: string;
}

/** Which version of the plan the next pilot or wave runs under. Versions that nothing may use are not offered. */
export function UsePlanVersion({ rollout, onClose }: { rollout: RolloutView; onClose: () => void }) {
  const { t } = useTranslation('rollouts');
  const [form] = Form.useForm<Values>();
  const decision = useDecision({ kind: 'rollout', id: rollout.id });
  const versions = (usePlans().data?.plans ?? []).filter((plan) => plan.code === rollout.planCode).flatMap((plan) => plan.versions).filter((version) => version.usable && version.state !== 'retired' && version.id !== rollout.planVersion?.id);
  const rules = [{ required: true, message: t('common:field.required') }];
  return (
    <Modal open title={t('act.usePlanVersion')} okText={t('common:action.confirm')} confirmLoading={decision.isPending} onOk={form.submit} onCancel={onClose}>
      {decision.isError && <ProblemAlert error={decision.error} />}
      <Form form={form} layout="vertical" onFinish={(body) => decision.mutate({ action: 'usePlanVersion', body }, { onSuccess: onClose })}>
        <Form.Item name="planVersionId" label={t('planVersion.label')} extra={t('planVersion.note')} rules={rules}><Select notFoundContent={t('planVersion.none')} options={versions.map(({ id, no }) => ({ value: id, label: t('planVersion.no', { no }) }))} /></Form.Item>
        <Form.Item name="reason" label={t('common:field.reason')} rules={[{ ...rules[0], whitespace: true }]}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={1_000} /></Form.Item>
      </Form>
    </Modal>
  );
}
